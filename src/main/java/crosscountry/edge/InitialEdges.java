package crosscountry.edge;

import crosscountry.graph.GivenEdge;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The edges with which a game begins (game.md, section 4). A graph that states its edges is played with exactly these;
 * otherwise they follow from the operations.
 *
 * <p>Two slips of the published code are kept under {@link Rules#PUBLISHED}: every edge of a concatenate has the extents
 * of the first operand, and edges into results that nobody reads all end at the first such vertex (JAX calls every unused
 * variable by the same name; BlackScholes_Jacobian has eight of them).
 */
public final class InitialEdges {
    private InitialEdges() {}

    public static List<Edge> of(Graph graph, Rules rules) {
        if (graph.edges().isPresent() && !rules.countsGenerated()) {
            return graph.edges().get().stream().map(InitialEdges::stated).toList();
        }
        boolean deep = isDeep(graph);
        List<Edge> edges = new ArrayList<>();
        OutputVertices outputs = OutputVertices.of(graph);
        int firstUnread = 0;
        for (Vertex vertex : graph.vertices()) {
            int target = vertex.number();
            if (!deep && rules == Rules.PUBLISHED && outputs.unread().contains(target)) {
                firstUnread = firstUnread == 0 ? target : firstUnread;
                target = firstUnread;
            }
            edges.addAll(deep ? deep(graph, vertex, rules) : into(graph, vertex, target, rules));
        }
        outputs.virtual().forEach((vertex, virtual) -> {
            Shape shape = graph.vertex(vertex).shape();
            Content content = rules.countsGenerated() ? Content.UNIT : Content.VARIABLE;
            edges.add(deep ? Edge.of(graph.id(vertex), virtual, AxisTies.untied(AxisTies.Form.COPY, shape, shape), content)
                    : edge(graph.id(vertex), virtual, EdgeType.COPY, Extents.of(shape), Extents.of(shape), content));
        });
        return rules.countsGenerated() ? LiveEdges.of(graph, edges) : List.copyOf(edges);
    }

    /** True where a value has more axes than the paper's pair; a value of one entry has none. */
    public static boolean isDeep(Graph graph) {
        return Stream.concat(graph.inputs().stream().map(Input::shape), graph.vertices().stream().map(Vertex::shape))
                .anyMatch(shape -> shape.rank() > 2 && shape.size() > 1);
    }

    /** The edges into a vertex where values have more than two axes; the published code knows none of them, so that nothing of its slips is kept. */
    private static List<Edge> deep(Graph graph, Vertex vertex, Rules rules) {
        Map<Integer, Edge> edges = new LinkedHashMap<>();
        int count = vertex.primitive() == Primitive.DYNAMIC_SLICE ? 1 : vertex.operands().size();
        for (int k = 0; k < count; k++) {
            int operand = k;
            if (vertex.operands().get(k) instanceof Operand.Ref ref && !(rules.countsGenerated() && InitialContent.isZero(vertex, k))) {
                AxisEdge.of(graph, vertex, k).map(ties -> Edge.of(ref.id(), vertex.number(), ties, content(vertex, operand, rules)))
                        .ifPresent(edge -> edges.merge(ref.id(), edge, InitialEdges::sum));
            }
        }
        return List.copyOf(edges.values());
    }

    private static Edge stated(GivenEdge e) {
        return new Edge(e.source(), e.target(), EdgeType.of(e.type()), e.o1(), e.o2(), e.p1(), e.p2());
    }

    private static List<Edge> into(Graph graph, Vertex vertex, int target, Rules rules) {
        Map<Integer, Edge> edges = new LinkedHashMap<>();
        Extents out = Extents.of(vertex.shape());
        int count = vertex.primitive() == Primitive.DYNAMIC_SLICE ? 1 : vertex.operands().size();
        Extents firstVariable = null;
        for (int k = 0; k < count; k++) {
            if (vertex.operands().get(k) instanceof Operand.Ref ref) {
                EdgeType type = OperandEdge.type(graph, vertex, k, rules);
                Extents in = Extents.of(graph.shape(ref.id()));
                firstVariable = firstVariable == null ? in : firstVariable;
                boolean slip = vertex.primitive() == Primitive.CONCATENATE && rules == Rules.PUBLISHED;
                if (type != EdgeType.ABSENT && !(rules.countsGenerated() && InitialContent.isZero(vertex, k))) {
                    Edge edge = edge(ref.id(), target, type, out, slip ? firstVariable : in, content(vertex, k, rules));
                    edges.merge(ref.id(), edge, (one, other) -> rules == Rules.PUBLISHED ? other : sum(one, other));
                }
            }
        }
        return List.copyOf(edges.values());
    }

    /** A value read twice by one operation has one edge; the published code forgets its first role. */
    private static Edge sum(Edge one, Edge other) {
        Content content = one.content() == Content.VARIABLE ? Content.VARIABLE
                : one.content().isConstant() && other.content().isConstant() ? Content.CONSTANT : Content.ELEMENTAL;
        if (one.ties().isPresent()) {
            return Edge.of(one.source(), one.target(), one.ties().get().plus(other.ties().orElseThrow()), content);
        }
        EdgeType type = one.type().sum(other.type());
        return new Edge(one.source(), one.target(), type, one.o1(), one.o2(), one.p1(), one.p2(), content);
    }

    private static Content content(Vertex vertex, int k, Rules rules) {
        return rules.countsGenerated() ? InitialContent.of(vertex, k) : Content.VARIABLE;
    }

    private static Edge edge(int source, int target, EdgeType type, Extents out, Extents in, Content content) {
        return new Edge(source, target, type, out.first(), out.second(), in.first(), in.second(), content);
    }
}
