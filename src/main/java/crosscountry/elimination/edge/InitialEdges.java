package crosscountry.elimination.edge;

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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The edges with which a game begins (game.md, section 4). A graph that states its edges is played with exactly these;
 * otherwise they follow from the operations.
 *
 * <p>One slip of the published code is kept under {@link CostModel#PUBLISHED}: every edge of a concatenate has the
 * extents of the first operand. The published code knows pairs of axes only, so the slip ends there. Another slip,
 * which joins the edges into all results that nobody reads to the first such vertex, is not a rule here: the only task
 * in which it shows, BlackScholes_Jacobian, states its edges.
 */
public final class InitialEdges {
    private InitialEdges() {}

    public static List<Edge> of(Graph graph, CostModel rules) {
        if (graph.edges().isPresent() && !rules.countsGenerated()) {
            return graph.edges().get().stream().map(InitialEdges::stated).toList();
        }
        boolean deep = isDeep(graph);
        List<Edge> edges = new ArrayList<>();
        OutputVertices outputs = OutputVertices.of(graph);
        for (Vertex vertex : graph.vertices()) {
            edges.addAll(into(graph, vertex, rules, deep));
        }
        outputs.virtual().forEach((vertex, virtual) -> {
            Shape shape = graph.vertex(vertex).shape();
            Content content = rules.countsGenerated() ? Content.UNIT : Content.VARIABLE;
            edges.add(
                    deep
                            ? Edge.of(
                                    graph.id(vertex),
                                    virtual,
                                    AxisTies.untied(AxisTies.Form.COPY, shape, shape),
                                    content)
                            : edge(
                                    graph.id(vertex),
                                    virtual,
                                    EdgeType.COPY,
                                    Extents.of(shape),
                                    Extents.of(shape),
                                    content));
        });
        return rules.countsGenerated() ? LiveEdges.of(graph, edges) : List.copyOf(edges);
    }

    /** True where a value has more axes than the paper's pair; a value of one entry has none. */
    static boolean isDeep(Graph graph) {
        return Stream.concat(
                        graph.inputs().stream().map(Input::shape),
                        graph.vertices().stream().map(Vertex::shape))
                .anyMatch(shape -> shape.rank() > 2 && shape.size() > 1);
    }

    private static Edge stated(GivenEdge e) {
        return new Edge(e.source(), e.target(), EdgeType.of(e.type()), e.o1(), e.o2(), e.p1(), e.p2());
    }

    private static List<Edge> into(Graph graph, Vertex vertex, CostModel rules, boolean deep) {
        int target = vertex.number();
        Map<Integer, Edge> edges = new LinkedHashMap<>();
        for (int k = 0; k < OperandEdge.count(vertex); k++) {
            if (vertex.operands().get(k) instanceof Operand.Ref ref
                    && !(rules.countsGenerated() && InitialContent.isZero(vertex, k))) {
                Content content = content(vertex, k, rules);
                Optional<Edge> edge = deep
                        ? AxisEdge.of(graph, vertex, k).map(ties -> Edge.of(ref.id(), target, ties, content))
                        : pair(graph, vertex, k, ref.id(), target, content, rules);
                edge.ifPresent(made -> edges.merge(
                        ref.id(), made, (one, other) -> rules.isPublished() && !deep ? other : sum(one, other)));
            }
        }
        return List.copyOf(edges.values());
    }

    private static Optional<Edge> pair(
            Graph graph, Vertex vertex, int k, int source, int target, Content content, CostModel rules) {
        EdgeType type = OperandEdge.type(graph, vertex, k, rules);
        boolean slip = vertex.primitive() == Primitive.CONCATENATE && rules.isPublished();
        Extents in = Extents.of(graph.shape(slip ? firstVariable(vertex) : source));
        return type == EdgeType.ABSENT
                ? Optional.empty()
                : Optional.of(edge(source, target, type, Extents.of(vertex.shape()), in, content));
    }

    private static int firstVariable(Vertex vertex) {
        return vertex.operands().stream()
                .filter(Operand.Ref.class::isInstance)
                .map(Operand.Ref.class::cast)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** A value read twice by one operation has one edge; the published code forgets its first role. */
    private static Edge sum(Edge one, Edge other) {
        return one.sum(
                other,
                one.content() == Content.VARIABLE
                        ? Content.VARIABLE
                        : one.content().isConstant() && other.content().isConstant()
                                ? Content.CONSTANT
                                : Content.ELEMENTAL);
    }

    private static Content content(Vertex vertex, int k, CostModel rules) {
        return rules.countsGenerated() ? InitialContent.of(vertex, k) : Content.VARIABLE;
    }

    private static Edge edge(int source, int target, EdgeType type, Extents out, Extents in, Content content) {
        return new Edge(source, target, type, out.first(), out.second(), in.first(), in.second(), content);
    }
}
