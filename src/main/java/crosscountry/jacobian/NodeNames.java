package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which nodes of a program are values of the graph's vertices, and which eliminated vertex the others belong to. */
final class NodeNames {
    final BitSet live;
    /** Vertex numbers of nodes that are values; an entry of a tensor's value has the number of its vertex. */
    final Map<Integer, Integer> vertices = new HashMap<>();
    /** The flat place in its vertex's value. */
    final Map<Integer, Integer> entries = new HashMap<>();
    /** Nodes that an elimination made first, with the vertex that was eliminated. */
    final Map<Integer, Integer> eliminated = new HashMap<>();

    final List<String> inputs;
    /** What the graph's conditions compare, left and right of each. */
    final List<Integer> compared;

    private NodeNames(Graph graph, Program program) {
        compared = Decisions.compared(graph);
        List<Integer> needed = new ArrayList<>(program.outputs());
        needed.addAll(compared);
        live = SelectedProgram.live(program, needed, program.entries());
        inputs = EntryNames.inputs(graph);
        NodeTable table = new NodeTable();
        Unrolling values = new Unrolling(graph, table);
        for (Vertex vertex : graph.vertices()) {
            int[] nodes = values.value(vertex.id());
            for (int entry = 0; entry < nodes.length; entry++) {
                // the same nodes in the same order, unless the program was rearranged: then there is only a number
                if (nodes[entry] < program.nodes().size()
                        && table.node(nodes[entry]).equals(program.nodes().get(nodes[entry]))) {
                    vertices.putIfAbsent(nodes[entry], vertex.number());
                    entries.putIfAbsent(nodes[entry], entry);
                }
            }
        }
        for (Program.EntryProduct product : program.products()) {
            if (!vertices.containsKey(product.node())) {
                eliminated.putIfAbsent(product.node(), product.vertex());
            }
        }
    }

    static NodeNames of(Graph graph, Program program) {
        return new NodeNames(graph, program);
    }

    static boolean isScalar(Graph graph, int vertex) {
        return graph.vertex(vertex).shape().rank() == 0;
    }
}
