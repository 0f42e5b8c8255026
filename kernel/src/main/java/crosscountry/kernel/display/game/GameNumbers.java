package crosscountry.kernel.display.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Tensor;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.Jacobians;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The elemental partials of a graph of scalars, as formulas and, at a point, as numbers, and the Jacobian that they
 * must produce.
 */
final class GameNumbers {
    private static final int TRIES = 40;

    private final Graph graph;
    private final List<Edge> edges;

    private GameNumbers(Graph graph, List<Edge> edges) {
        this.graph = graph;
        this.edges = edges;
    }

    /**
     * Adds the fields partials, point and jacobian, where they can be computed.
     *
     * @param at the point to evaluate at; if empty, a point is sought at which all numbers are finite
     */
    static void add(ObjectNode state, Graph graph, List<Edge> edges, Optional<double[]> at) {
        if (!graph.isScalar()
                || !graph.vertices().stream()
                        .allMatch(vertex -> vertex.primitive().isElementwise())) {
            GameBlocks.add(state, graph, edges, at);
            return;
        }
        GameNumbers numbers = new GameNumbers(graph, edges);
        Optional<double[]> point = numbers.complete() ? at.isPresent() ? at : point(graph) : Optional.empty();
        state.set("partials", numbers.partials(point));
        point.ifPresent(x -> {
            Jacobian jacobian =
                    Jacobians.interpreted(graph, Orders.reverse(graph)).at(x);
            state.set("point", list(x));
            ArrayNode rows = state.putArray("jacobian");
            for (double[] row : jacobian.matrix()) {
                rows.add(list(row));
            }
        });
    }

    /** A graph may state edges other than those of its operations; the numbers would then give another Jacobian. */
    private boolean complete() {
        Set<List<Integer>> stated = new HashSet<>();
        edges.forEach(edge -> stated.add(List.of(edge.source(), edge.target())));
        int virtual = 0;
        Set<List<Integer>> needed = new HashSet<>();
        for (Vertex vertex : graph.vertices()) {
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref) {
                    needed.add(List.of(ref.id(), vertex.number()));
                }
            }
        }
        for (Edge edge : edges) {
            virtual += edge.target() > graph.vertices().size() ? 1 : 0;
        }
        return stated.containsAll(needed) && stated.size() == needed.size() + virtual;
    }

    /** A point at which the Jacobian is finite, all inputs flattened. */
    static Optional<double[]> point(Graph graph) {
        Random random = new Random(7);
        int size =
                graph.inputs().stream().mapToInt(input -> input.shape().size()).sum();
        for (int k = 0; k < TRIES; k++) {
            double spread = k % 4 < 2 ? 1 : 0.1;
            double[] x = random.doubles(size, 0.2 * spread, 1.2 * spread)
                    .map(value -> Math.rint(value * 1000) / 1000)
                    .toArray();
            Jacobian jacobian =
                    Jacobians.interpreted(graph, Orders.reverse(graph)).at(x);
            if (Arrays.stream(jacobian.matrix()).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
                return Optional.of(x);
            }
        }
        return Optional.empty();
    }

    private ArrayNode partials(Optional<double[]> point) {
        Optional<PrimalValues> values = point.map(x ->
                PrimalValues.of(graph, Arrays.stream(x).mapToObj(Tensor::scalar).toList()));
        ArrayNode partials = JsonNodeFactory.instance.arrayNode();
        for (Edge edge : edges) {
            ObjectNode partial = partials.addObject();
            if (edge.target() > graph.vertices().size()) {
                partial.put("text", "1").put("value", 1);
                continue;
            }
            Vertex vertex = graph.vertex(edge.target());
            List<String> texts = new ArrayList<>();
            double sum = 0;
            for (int k = 0; k < vertex.operands().size(); k++) {
                if (vertex.operands().get(k).equals(new Operand.Ref(edge.source()))) {
                    texts.add(FormulaText.partial(graph, vertex, k));
                    sum += values.isPresent() ? value(values.get(), vertex, k) : 0;
                }
            }
            partial.put("text", texts.isEmpty() ? "0" : String.join(" + ", texts));
            if (values.isPresent()) {
                set(partial, sum);
            } else {
                partial.putNull("value");
            }
        }
        return partials;
    }

    private static double value(PrimalValues values, Vertex vertex, int k) {
        double[] x = vertex.operands().stream()
                .mapToDouble(operand -> values.value(operand).data()[0])
                .toArray();
        return vertex.primitive()
                .partial(vertex.params(), k)
                .at(x, values.value(vertex.id()).data()[0]);
    }

    private static void set(ObjectNode node, double value) {
        if (Double.isFinite(value)) {
            node.put("value", value);
        } else {
            node.put("value", String.valueOf(value)); // JSON has no such number
        }
    }

    static ArrayNode list(double[] numbers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                list.add(number);
            } else {
                list.add(String.valueOf(number));
            }
        }
        return list;
    }
}
