package crosscountry.elimination.state;

import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Edges that a graph file states may run in a circle, which no function does. */
final class Cycles {
    private Cycles() {}

    static void refuse(Graph graph, List<Edge> edges) {
        Map<Integer, List<Edge>> outs = new HashMap<>();
        Map<Integer, Integer> waiting = new TreeMap<>();
        for (Edge edge : edges) {
            outs.computeIfAbsent(edge.source(), id -> new java.util.ArrayList<>())
                    .add(edge);
            waiting.merge(graph.id(edge.target()), 1, Integer::sum);
            waiting.putIfAbsent(edge.source(), 0);
        }
        Deque<Integer> ready = new ArrayDeque<>();
        waiting.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        while (!ready.isEmpty()) {
            int id = ready.remove();
            waiting.remove(id);
            for (Edge edge : outs.getOrDefault(id, List.of())) {
                if (waiting.merge(graph.id(edge.target()), -1, Integer::sum) == 0) {
                    ready.add(graph.id(edge.target()));
                }
            }
        }
        if (!waiting.isEmpty()) {
            int vertex = waiting.keySet().iterator().next() - graph.inputs().size();
            throw new GraphException(
                    "the edges stated in " + graph.name() + " form a cycle that vertex " + vertex + " is on or behind");
        }
    }
}
