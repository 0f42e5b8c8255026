package crosscountry.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.Jacobians;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorpusTest {
    private static final Set<String> NEAR =
            Set.of("Attention", "EulerFluxes", "FreeEnergies", "OptionPrices", "RobotArms");

    static List<String> names() {
        return Corpus.names();
    }

    private static double[] flat(List<Tensor> tensors) {
        return tensors.stream()
                .flatMapToDouble(tensor -> java.util.Arrays.stream(tensor.data()))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theGraphHasTheValuesOfTheMethodAndTheJacobianOfItsDifferences(String name) {
        Graph graph = Corpus.graph(name);
        List<Tensor> point = Corpus.point(name);
        double[] outputs = flat(PrimalValues.of(graph, point).outputs());
        boolean scalar = graph.isScalar();
        if (scalar) {
            double[] called = Corpus.call(name, flat(point));
            assertEquals(called.length, outputs.length);
            for (int k = 0; k < called.length; k++) {
                assertEquals(called[k], outputs[k], 1e-12 * Math.abs(called[k]), name + " output " + k);
            }
        }
        for (double output : outputs) {
            assertTrue(Double.isFinite(output), () -> name + " is not finite at its point");
        }
        double[] x = flat(point);
        Jacobian forward = Jacobians.of(graph, Orders.forward(graph)).at(x);
        Jacobian reverse = Jacobians.of(graph, Orders.reverse(graph)).at(x);
        for (int column = 0; column < x.length; column++) {
            double h = 1e-5 * Math.max(Math.abs(x[column]), 1e-4);
            double[] far = differences(graph, point, column, 2 * h);
            double[] near = differences(graph, point, column, h);
            for (int row = 0; row < outputs.length; row++) {
                double one = forward.matrix()[row][column];
                double other = reverse.matrix()[row][column];
                double scale =
                        Math.max(Math.abs(one), Math.abs(outputs[row]) * 1e-4 / Math.max(Math.abs(x[column]), 1e-4));
                assertEquals(one, other, 1e-8 * scale, name + " orders differ at " + row + ", " + column);
                double noise = 1e-10 * magnitude(graph, point) / h;
                double expected = (4 * near[row] - far[row]) / 3;
                assertEquals(
                        expected,
                        one,
                        1e-5 * scale + Math.min(noise, 1e-3 * scale) + 1e-9,
                        name + " differences at " + row + ", " + column);
            }
        }
    }

    private static double magnitude(Graph graph, List<Tensor> point) {
        return java.util.Arrays.stream(flat(PrimalValues.of(graph, point).outputs()))
                .map(Math::abs)
                .max()
                .orElse(1);
    }

    /** Central differences of all outputs along one entry of the inputs. */
    private static double[] differences(Graph graph, List<Tensor> point, int column, double h) {
        double[] above = flat(PrimalValues.of(graph, moved(point, column, h)).outputs());
        double[] below = flat(PrimalValues.of(graph, moved(point, column, -h)).outputs());
        double[] slopes = new double[above.length];
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = (above[k] - below[k]) / (2 * h);
        }
        return slopes;
    }

    private static List<Tensor> moved(List<Tensor> point, int column, double by) {
        List<Tensor> moved = new ArrayList<>();
        int before = 0;
        for (Tensor tensor : point) {
            double[] data = tensor.data().clone();
            if (column >= before && column < before + data.length) {
                data[column - before] += by;
            }
            before += data.length;
            moved.add(new Tensor(tensor.shape(), data));
        }
        return moved;
    }

    @Test
    void trainingAndTestDivideTheCorpusInEveryField() {
        Set<String> all = new HashSet<>(Corpus.train());
        all.addAll(Corpus.test());
        assertEquals(new HashSet<>(Corpus.names()), all);
        assertEquals(
                Corpus.names().size(), Corpus.train().size() + Corpus.test().size());
        assertTrue(Corpus.names().size() >= 80);
        for (String name : Corpus.names()) {
            assertTrue(
                    Corpus.test().stream().anyMatch(other -> Corpus.field(other).equals(Corpus.field(name))), name);
        }
        Corpus.train()
                .forEach(name ->
                        assertTrue(!NEAR.contains(Corpus.field(name)), () -> name + " is near a task of the paper"));
    }

    @Test
    void noFunctionToLearnFromIsATaskOrATestFunctionInOtherNumbers() {
        List<Graph> kept =
                new ArrayList<>(Tasks.names().stream().map(Tasks::graph).toList());
        Corpus.test().forEach(name -> kept.add(Corpus.graph(name)));
        Map<Long, String> hashes = Structure.hashes(kept);
        for (String name : Corpus.train()) {
            String same = hashes.get(Structure.hash(Corpus.graph(name)));
            assertEquals(null, same, () -> name + " is the same graph as " + same);
        }
    }

    @Test
    void theHashSeesStructureAndNotNumbers() {
        Graph one = Trace.of((x, y) -> Math.sin(x) * y + x);
        Graph renamed = Trace.of((x, y) -> x + Math.exp(x) * y);
        Graph other = Trace.of((x, y) -> Math.sin(x * y) + x);
        assertEquals(Structure.hash(one), Structure.hash(renamed));
        assertNotEquals(Structure.hash(one), Structure.hash(other));
    }

    @Test
    void sizesSpreadFromAFewToSomeHundredVertices() {
        List<Integer> sizes = Corpus.names().stream()
                .map(name -> Corpus.graph(name).vertices().size())
                .sorted()
                .toList();
        assertTrue(sizes.get(0) >= 5, () -> "the smallest has " + sizes.get(0));
        assertTrue(sizes.get(sizes.size() - 1) > 150, () -> "the largest has " + sizes.get(sizes.size() - 1));
        assertTrue(sizes.stream().filter(size -> size >= 20 && size <= 150).count() > sizes.size() / 2);
    }

    @Test
    void theDocumentListsEveryFunctionWithItsSplit() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "corpus.md")).replaceAll("\\s+", " ");
        for (String name : Corpus.names()) {
            String mark = Corpus.test().contains(name) ? "**" + name + "**" : name;
            int size = Corpus.graph(name).vertices().size();
            assertTrue(
                    document.contains(mark + " (" + size + ")"),
                    () -> "docs/corpus.md lacks " + mark + " (" + size + ")");
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        GraphException refused = assertThrows(GraphException.class, () -> Corpus.graph("corpus/lorenzStop"));
        assertTrue(refused.getMessage().contains("lorenzStep"), refused.getMessage());
    }
}
