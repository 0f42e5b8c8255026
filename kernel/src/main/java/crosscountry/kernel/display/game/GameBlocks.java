package crosscountry.kernel.display.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.Jacobians;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Partials of a graph of tensors at a point, one block of numbers per edge, and the Jacobian that they must produce.
 */
final class GameBlocks {
    /** Beyond this many entries in all blocks a page would be too heavy. */
    private static final long MOST = 60_000;

    private final Graph graph;
    private final PrimalValues values;

    private GameBlocks(Graph graph, PrimalValues values) {
        this.graph = graph;
        this.values = values;
    }

    /**
     * Adds the fields blocks, rows and columns (the sizes of results and inputs), point and jacobian, where the graph
     * is not too large and its edges are those of its operations.
     *
     * @param at the point to evaluate at, all inputs flattened; if empty, a point is sought at which all numbers are
     *     finite
     */
    static void add(ObjectNode state, Graph graph, List<Edge> edges, Optional<double[]> at) {
        if (entries(graph) > MOST) {
            return;
        }
        Optional<double[]> point = at.isPresent() ? at : GameNumbers.point(graph);
        if (point.isEmpty()) {
            return;
        }
        GameBlocks blocks = new GameBlocks(graph, PrimalValues.of(graph, graph.point(point.get())));
        Map<List<Integer>, double[][]> partials = blocks.partials();
        if (!blocks.isStated(edges, partials)) {
            return;
        }
        ArrayNode list = state.putArray("blocks");
        edges.forEach(edge -> list.add(sparse(partials.get(List.of(edge.source(), edge.target())))));
        graph.outputs()
                .forEach(output ->
                        state.withArray("rows").add(graph.shape(output).size()));
        graph.inputs()
                .forEach(input -> state.withArray("columns").add(input.shape().size()));
        state.set("point", GameNumbers.list(point.get()));
        ArrayNode rows = state.putArray("jacobian");
        for (double[] row : Jacobians.interpreted(graph, Orders.reverse(graph))
                .at(point.get())
                .matrix()) {
            rows.add(GameNumbers.list(row));
        }
    }

    private static long entries(Graph graph) {
        return graph.vertices().stream()
                .mapToLong(vertex -> vertex.operands().stream()
                        .filter(Operand.Ref.class::isInstance)
                        .mapToLong(operand -> (long) vertex.shape().size()
                                * graph.shape(operand).size())
                        .sum())
                .sum();
    }

    /** By source and target, virtual output vertices too. */
    private Map<List<Integer>, double[][]> partials() {
        Map<List<Integer>, double[][]> partials = new HashMap<>();
        graph.vertices().forEach(vertex -> elemental(vertex, partials));
        OutputVertices.of(graph)
                .virtual()
                .forEach((vertex, virtual) -> partials.put(
                        List.of(graph.id(vertex), virtual),
                        identity(graph.vertex(vertex).shape().size())));
        return partials;
    }

    /** Takes the vertex as a graph of its own, whose Jacobian is that of the operation. */
    private void elemental(Vertex vertex, Map<List<Integer>, double[][]> partials) {
        List<Integer> sources = vertex.operands().stream()
                .filter(Operand.Ref.class::isInstance)
                .map(operand -> ((Operand.Ref) operand).id())
                .distinct()
                .toList();
        List<Input> inputs = new ArrayList<>();
        sources.forEach(id -> inputs.add(new Input(inputs.size() + 1, "x" + id, graph.shape(id))));
        List<Operand> operands = vertex.operands().stream()
                .map(operand ->
                        operand instanceof Operand.Ref ref ? new Operand.Ref(sources.indexOf(ref.id()) + 1) : operand)
                .toList();
        int id = inputs.size() + 1;
        Graph alone = new Graph(
                "v" + vertex.number(),
                inputs,
                List.of(new Vertex(
                        1, id, vertex.primitive(), vertex.params(), operands, vertex.shape(), Optional.empty())),
                List.of(new Operand.Ref(id)),
                Optional.empty());
        Jacobian jacobian = Jacobians.interpreted(alone, new Order(List.of()))
                .at(sources.stream().map(values::value).toList());
        int from = 0;
        for (int source : sources) {
            int left = from;
            int right = from += graph.shape(source).size();
            partials.put(
                    List.of(source, vertex.number()),
                    Arrays.stream(jacobian.matrix())
                            .map(row -> Arrays.copyOfRange(row, left, right))
                            .toArray(double[][]::new));
        }
    }

    private static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int k = 0; k < size; k++) {
            identity[k][k] = 1;
        }
        return identity;
    }

    /**
     * Whether the graph's stated edges fit its operations: none may be invented, and a missing one must have only zero
     * entries.
     */
    private boolean isStated(List<Edge> edges, Map<List<Integer>, double[][]> partials) {
        List<List<Integer>> stated = edges.stream()
                .map(edge -> List.of(edge.source(), edge.target()))
                .toList();
        return partials.keySet().containsAll(stated)
                && partials.entrySet().stream()
                        .allMatch(one -> stated.contains(one.getKey())
                                || Arrays.stream(one.getValue())
                                        .flatMapToDouble(Arrays::stream)
                                        .allMatch(entry -> entry == 0));
    }

    /** Rows, columns, then the place and the value of each entry that is not 0. */
    private static ArrayNode sparse(double[][] block) {
        int columns = block[0].length;
        ArrayNode sparse = GameNumbers.list(new double[0]).add(block.length).add(columns);
        for (int place = 0; place < block.length * columns; place++) {
            double entry = block[place / columns][place % columns];
            if (entry != 0) {
                sparse.add(place).addAll(GameNumbers.list(new double[] {entry}));
            }
        }
        return sparse;
    }
}
