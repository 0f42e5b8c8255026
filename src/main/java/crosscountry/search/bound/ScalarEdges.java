package crosscountry.search.bound;

import crosscountry.elimination.Legality;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who is joined to whom, by ids: 1..I are inputs, I+v is vertex v, virtual outputs follow.
 *
 * @param before for each id those with an edge to it
 * @param after for each id those with an edge from it
 * @param inputs true for inputs
 * @param outputs true for output vertices, and for the outputs of their own behind those that are used again
 */
record ScalarEdges(int[][] before, int[][] after, boolean[] inputs, boolean[] outputs) {
    static ScalarEdges of(Graph graph, List<Edge> edges) {
        int nodes = 1
                + edges.stream()
                        .mapToInt(edge -> Math.max(edge.source(), graph.id(edge.target())))
                        .max()
                        .orElse(0);
        nodes = Math.max(nodes, 1 + graph.id(graph.vertices().size()));
        List<List<Integer>> before = lists(nodes);
        List<List<Integer>> after = lists(nodes);
        for (Edge edge : edges) {
            before.get(graph.id(edge.target())).add(edge.source());
            after.get(edge.source()).add(graph.id(edge.target()));
        }
        Set<Integer> eliminable = Legality.eliminable(graph);
        boolean[] inputs = new boolean[nodes];
        boolean[] outputs = new boolean[nodes];
        for (int id = 1; id < nodes; id++) {
            inputs[id] = graph.isInput(id);
            outputs[id] = !inputs[id]
                    && after.get(id).isEmpty()
                    && !eliminable.contains(id - graph.inputs().size());
        }
        return new ScalarEdges(arrays(before), arrays(after), inputs, outputs);
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list ->
                        list.stream().distinct().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
