package crosscountry.elimination.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.graph.Graph;
import crosscountry.graph.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainEdgesTest {
    private static void areTheInitialEdges(Graph graph, CostModel rules) {
        List<Edge> edges = InitialEdges.of(graph, rules);
        boolean plain = PlainEdges.areNumbers(graph, rules)
                && edges.stream().allMatch(edge -> edge.type() == EdgeType.DENSE || edge.type() == EdgeType.COPY);
        Optional<PlainEdges> found = PlainEdges.of(graph, rules);
        assertEquals(plain, found.isPresent());
        found.ifPresent(those -> {
            assertEquals(
                    edges.stream()
                            .map(edge -> List.of(edge.source(), edge.target(), edge.type() == EdgeType.COPY))
                            .toList(),
                    IntStream.range(0, those.size())
                            .mapToObj(k -> List.of(those.source(k), those.target(k), those.isCopy(k)))
                            .toList());
            assertEquals(edges.stream().anyMatch(edge -> edge.type() == EdgeType.COPY), those.hasCopies());
        });
    }

    @Provide
    Arbitrary<Graph> scalarGraphs() {
        return RandomGraphs.scalarWithCopies(40);
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(12);
    }

    @Property(tries = 300)
    void ofNumbersTheyAreTheInitialEdges(@ForAll("scalarGraphs") Graph graph, @ForAll CostModel rules) {
        areTheInitialEdges(graph, rules);
    }

    @Property(tries = 300)
    void ofTensorsThereAreNone(@ForAll("graphs") Graph graph, @ForAll CostModel rules) {
        areTheInitialEdges(graph, rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Simple", "RoeFlux_1d", "BlackScholes_Jacobian", "HumanHeartDipole", "Encoder"})
    void ofATaskTheyAreThoseThatItsFileStates(String task) {
        Graph graph = Reference.graph(task);
        areTheInitialEdges(graph, CostModel.PUBLISHED);
        areTheInitialEdges(graph.withoutEdges(), CostModel.PUBLISHED);
        assertTrue(PlainEdges.of(Reference.graph("Simple"), CostModel.PUBLISHED).isPresent());
    }
}
