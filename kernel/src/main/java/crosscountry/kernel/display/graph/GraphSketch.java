package crosscountry.kernel.display.graph;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.AxisTies;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.kernel.display.graph.Drawing.Role;
import crosscountry.kernel.display.graph.Sketch.Join;
import crosscountry.kernel.display.graph.Sketch.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is left of a graph, a box for each input and vertex. */
final class GraphSketch {
    private GraphSketch() {}

    /** With {@code degrees}, each open vertex is noted with its Markowitz degree. */
    static Sketch of(Linearization state, boolean degrees) {
        Graph graph = state.graph();
        List<Node> nodes = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (Input input : graph.inputs()) {
            places.put(input.id(), nodes.size());
            nodes.add(new Node(Role.INPUT, "input", input.name(), "input " + input.name() + " " + input.shape(), ""));
        }
        for (Vertex vertex : shown(state)) {
            places.put(vertex.id(), nodes.size());
            nodes.add(node(state, vertex, degrees));
        }
        List<Join> joins = new ArrayList<>();
        for (Edge edge : state.edges()) {
            Integer from = places.get(edge.source());
            Integer to = places.get(graph.id(edge.target()));
            if (from != null && to != null) {
                joins.add(new Join(from, to, Symbols.stroke(edge.type()), detail(graph, edge)));
            }
        }
        return new Sketch(nodes, joins);
    }

    /** The vertices that are not eliminated, in program order. */
    static List<Vertex> shown(Linearization state) {
        Set<Integer> shown = new HashSet<>(state.open());
        state.edges().forEach(edge -> shown.add(edge.target()));
        Set<Integer> outputs = outputs(state.graph());
        return state.graph().vertices().stream()
                .filter(vertex -> shown.contains(vertex.number()) || outputs.contains(vertex.id()))
                .toList();
    }

    /** The ids of the outputs. */
    static Set<Integer> outputs(Graph graph) {
        Set<Integer> outputs = new HashSet<>();
        for (Operand output : graph.outputs()) {
            if (output instanceof Operand.Ref ref) {
                outputs.add(ref.id());
            }
        }
        return outputs;
    }

    private static Node node(Linearization state, Vertex vertex, boolean degrees) {
        boolean open = state.open().contains(vertex.number());
        String note = degrees && open ? String.valueOf(state.markowitzDegree(vertex.number())) : "";
        String detail = GraphText.line(state.graph(), vertex)
                + (open ? ", Markowitz degree " + state.markowitzDegree(vertex.number()) : "");
        Role role = state.graph().outputs().contains(new Operand.Ref(vertex.id())) ? Role.OUTPUT : Role.INTERMEDIATE;
        return new Node(
                role, Symbols.family(vertex.primitive()), vertex.number() + " " + Symbols.of(vertex), detail, note);
    }

    private static String detail(Graph graph, Edge edge) {
        return GraphText.name(graph, edge.source()) + " to v" + edge.target() + ": "
                + edge.ties()
                        .map(AxisTies::toString)
                        .orElseGet(() -> "type " + edge.type().code() + ", " + edge.o1() + " x " + edge.o2() + " by "
                                + edge.p1() + " x " + edge.p2());
    }
}
