package crosscountry.jacobian.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cost models count what accumulation does. */
class CountsPropertiesTest {
    @Provide
    Arbitrary<Graph> scalarGraphs() {
        return RandomGraphs.scalar(40);
    }

    @Provide
    Arbitrary<Graph> tensorGraphs() {
        return RandomGraphs.smooth(14);
    }

    @Property(tries = 300)
    void accumulationOfAScalarFunctionDoesWhatTheCostModelsCount(
            @ForAll("scalarGraphs") Graph graph, @ForAll long seed) {
        Order order = shuffled(graph, seed);
        Tally tally = new Tally();
        Program program = Accumulation.of(graph, order, Optional.of(tally));
        // an output named twice has two rows here and one vertex there
        Assume.that(!tally.hasFolded()
                && new HashSet<>(graph.outputs()).size() == graph.outputs().size());
        same(graph, order, tally);
        assertTrue(program.multiplications() <= tally.multiplications());
        assertEquals(tally.additions(), program.additions());
    }

    @TestFactory
    Stream<DynamicTest> accumulationOfAScalarTaskDoesWhatTheCostModelsCount() {
        return Stream.of(
                        "RoeFlux_1d",
                        "RobotArm_6DOF",
                        "HumanHeartDipole",
                        "PropaneCombustion",
                        "BlackScholes",
                        "CloudSchemes_step",
                        "g")
                .map(task -> DynamicTest.dynamicTest(task, () -> {
                    Graph graph = Tasks.graph(task);
                    for (Order order : List.of(
                            Orders.forward(graph),
                            Orders.reverse(graph),
                            Orders.markowitz(graph, CostModel.ALGEBRA),
                            shuffled(graph, 5))) {
                        Tally tally = new Tally();
                        Accumulation.of(graph, order, Optional.of(tally));
                        same(graph, order, tally);
                    }
                }));
    }

    private static void same(Graph graph, Order order, Tally tally) {
        assertEquals(Elimination.run(graph, CostModel.MULTIPLICATIONS, order).total(), tally.multiplications());
        assertEquals(
                Elimination.run(graph, CostModel.FLOPS, order).total(), tally.multiplications() + tally.additions());
        assertEquals(Elimination.run(graph, CostModel.MEMORY, order).total(), tally.memory());
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(10);
    }

    @Property(tries = 150)
    void accumulationOfAFunctionOfAnyRankNeverMultipliesMoreThanCounted(
            @ForAll("deepGraphs") Graph graph, @ForAll long seed) {
        accumulationOfATensorFunctionNeverMultipliesMoreThanCounted(graph, seed);
    }

    /** Entries along a Kronecker structure are one node; what the structures say is an upper bound. */
    @Property(tries = 200)
    void accumulationOfATensorFunctionNeverMultipliesMoreThanCounted(
            @ForAll("tensorGraphs") Graph graph, @ForAll long seed) {
        Order order = shuffled(graph, seed);
        assertTrue(Program.of(graph, order).multiplications()
                <= Elimination.run(graph, CostModel.MULTIPLICATIONS, order).total());
    }

    private static Order shuffled(Graph graph, long seed) {
        List<Integer> vertices = new ArrayList<>(Orders.forward(graph).vertices());
        Collections.shuffle(vertices, new Random(seed));
        return new Order(vertices);
    }
}
