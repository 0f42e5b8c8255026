package crosscountry.elimination.state;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FastGamePropertiesTest {
    @Provide
    Arbitrary<Graph> scalarGraphs() {
        return RandomGraphs.scalar(90);
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(25);
    }

    @Property(tries = 150)
    void randomPlayOnScalarGraphsIsAsInTheReadableGame(
            @ForAll("scalarGraphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        SameGame.check(graph, rules, shuffled(graph, seed));
    }

    @Property(tries = 200)
    void randomPlayOnTypedGraphsIsAsInTheReadableGame(
            @ForAll("graphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        SameGame.check(graph, rules, shuffled(graph, seed));
    }

    @Provide
    Arbitrary<Graph> deepGraphs() {
        return RandomGraphs.deep(20);
    }

    @Property(tries = 200)
    void randomPlayOnGraphsOfAnyRankIsAsInTheReadableGame(
            @ForAll("deepGraphs") Graph graph, @ForAll CostModel rules, @ForAll long seed) {
        SameGame.check(graph, rules, shuffled(graph, seed));
    }

    private static Order shuffled(Graph graph, long seed) {
        List<Integer> vertices = new ArrayList<>(Legality.eliminable(graph));
        Collections.shuffle(vertices, new Random(seed));
        return new Order(vertices);
    }
}
