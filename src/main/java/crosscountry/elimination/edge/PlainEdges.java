package crosscountry.elimination.edge;

import crosscountry.graph.GivenEdge;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The initial edges of a graph whose values are all numbers, in arrays, since such graphs may have millions: each edge
 * is dense or a copy. They are those of {@link InitialEdges}, in the same sequence.
 */
public final class PlainEdges {
    private int size;
    /** Ids. */
    private int[] sources;
    /** Vertex numbers. */
    private int[] targets;

    private final BitSet copies = new BitSet();
    private final OutputVertices outputs;

    private PlainEdges(Graph graph, int expected) {
        outputs = OutputVertices.of(graph);
        sources = new int[expected];
        targets = new int[expected];
    }

    /** Empty where a value is no number, an edge is of another type, or the cost counts generated code. */
    public static Optional<PlainEdges> of(Graph graph, CostModel rules) {
        if (!areNumbers(graph, rules)) {
            return Optional.empty();
        }
        if (graph.edges().isPresent()) {
            return stated(graph);
        }
        PlainEdges edges = new PlainEdges(
                graph, 2 * graph.vertices().size() + graph.outputs().size());
        for (Vertex vertex : graph.vertices()) {
            if (!edges.addInto(graph, vertex, rules)) {
                return Optional.empty();
            }
        }
        for (Map.Entry<Integer, Integer> output : edges.outputs.virtual().entrySet()) {
            edges.add(graph.id(output.getKey()), output.getValue(), true);
        }
        return Optional.of(edges);
    }

    /** True where each value has one entry, and a product costs one multiplication or nothing. */
    public static boolean areNumbers(Graph graph, CostModel rules) {
        if (rules.countsGenerated()) {
            return false;
        }
        for (Input input : graph.inputs()) {
            if (!isNumber(input.shape())) {
                return false;
            }
        }
        for (Vertex vertex : graph.vertices()) {
            if (!isNumber(vertex.shape())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(Shape shape) {
        return shape == Shape.SCALAR || shape.size() == 1;
    }

    private static Optional<PlainEdges> stated(Graph graph) {
        List<GivenEdge> given = graph.edges().orElseThrow();
        PlainEdges edges = new PlainEdges(graph, given.size());
        for (GivenEdge edge : given) {
            EdgeType type = EdgeType.of(edge.type());
            if (type != EdgeType.DENSE && type != EdgeType.COPY) {
                return Optional.empty();
            }
            edges.add(edge.source(), edge.target(), type == EdgeType.COPY);
        }
        return Optional.of(edges);
    }

    /** False where an edge is neither dense nor a copy. */
    private boolean addInto(Graph graph, Vertex vertex, CostModel rules) {
        int first = size;
        List<Operand> operands = vertex.operands();
        for (int k = 0; k < OperandEdge.count(vertex); k++) {
            if (!(operands.get(k) instanceof Operand.Ref ref)) {
                continue;
            }
            EdgeType type = vertex.primitive().isElementwise()
                    ? EdgeType.DENSE // of numbers
                    : OperandEdge.type(graph, vertex, k, rules);
            if (type == EdgeType.ABSENT) {
                continue;
            }
            if (type != EdgeType.DENSE && type != EdgeType.COPY) {
                return false;
            }
            int known = first;
            while (known < size && sources[known] != ref.id()) {
                known++;
            }
            if (known == size) {
                add(ref.id(), vertex.number(), type == EdgeType.COPY);
            } else if (!rules.isPublished() && type == EdgeType.DENSE) { // the published code keeps the first
                copies.clear(known);
            }
        }
        return true;
    }

    private void add(int source, int target, boolean copy) {
        if (size == sources.length) {
            sources = Arrays.copyOf(sources, 2 * size + 8);
            targets = Arrays.copyOf(targets, 2 * size + 8);
        }
        sources[size] = source;
        targets[size] = target;
        copies.set(size++, copy);
    }

    public OutputVertices outputs() {
        return outputs;
    }

    public int size() {
        return size;
    }

    /** The id from which an edge leads. */
    public int source(int edge) {
        return sources[edge];
    }

    /** The vertex number to which an edge leads; virtual outputs are numbered after the last operation. */
    public int target(int edge) {
        return targets[edge];
    }

    public boolean isCopy(int edge) {
        return copies.get(edge);
    }

    public boolean hasCopies() {
        return !copies.isEmpty();
    }
}
