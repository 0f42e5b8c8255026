package crosscountry.jacobian.program;

import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which nodes of a program are values of the graph's vertices, and which eliminated vertex the others belong to.
 *
 * @param live nodes that a result or a condition needs
 * @param vertices vertex numbers of nodes that are values; an entry of a tensor's value has the number of its vertex
 * @param entries the flat place in its vertex's value
 * @param eliminated nodes that an elimination made first, with the vertex that was eliminated
 * @param compared what the graph's conditions compare, the left and the right side of each
 */
public record NodeNames(
        BitSet live,
        Map<Integer, Integer> vertices,
        Map<Integer, Integer> entries,
        Map<Integer, Integer> eliminated,
        List<Integer> compared) {
    public static NodeNames of(Graph graph, Program program) {
        List<Integer> compared = Decisions.compared(graph);
        List<Integer> needed = new ArrayList<>(program.outputs());
        needed.addAll(compared);
        BitSet live = SelectedProgram.live(program, needed, program.entries());
        Map<Integer, Integer> vertices = new HashMap<>();
        Map<Integer, Integer> entries = new HashMap<>();
        NodeTable table = new NodeTable();
        Unrolling values = new Unrolling(graph, table);
        for (Vertex vertex : graph.vertices()) {
            int[] nodes = values.value(vertex.id());
            for (int entry = 0; entry < nodes.length; entry++) {
                // the same nodes in the same order, unless the program was rearranged: then nodes have only a number
                if (nodes[entry] < program.nodes().size()
                        && table.nodes()
                                .get(nodes[entry])
                                .equals(program.nodes().get(nodes[entry]))) {
                    vertices.putIfAbsent(nodes[entry], vertex.number());
                    entries.putIfAbsent(nodes[entry], entry);
                }
            }
        }
        Map<Integer, Integer> eliminated = new HashMap<>();
        for (Program.EntryProduct product : program.products()) {
            if (!vertices.containsKey(product.node())) {
                eliminated.putIfAbsent(product.node(), product.vertex());
            }
        }
        return new NodeNames(live, vertices, entries, eliminated, compared);
    }

    public static boolean isScalar(Graph graph, int vertex) {
        return graph.vertex(vertex).shape().rank() == 0;
    }
}
