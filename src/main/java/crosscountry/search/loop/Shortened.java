package crosscountry.search.loop;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import crosscountry.search.loop.Rhythm.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A graph with fewer rounds of each loop: what the rounds in the middle did is done by the ones that are left. */
final class Shortened {
    private final Graph graph;
    /** The new vertex number of each vertex; 0 for one that was left out. */
    private final int[] numbers;
    /** Where an operand that was left out is read, the vertex that stands for it. */
    private final int[] stands;

    private Shortened(Graph graph, Rhythm rhythm, int rounds) {
        this.graph = graph;
        numbers = new int[graph.vertices().size() + 1];
        stands = new int[graph.vertices().size() + 1];
        int vertex = 1;
        int kept = 1;
        for (Stretch stretch : rhythm.stretches()) {
            int gone = Math.max(0, stretch.times() - rounds);
            int front = (stretch.times() - gone + 1) / 2;
            for (int k = 0; k < stretch.period() * stretch.times(); k++, vertex++) {
                int round = k / stretch.period();
                if (round < front || round >= front + gone) {
                    numbers[vertex] = kept;
                    stands[vertex] = kept++;
                } else { // the round as far from the end as this one stands, or the first
                    int back = Math.max(0, front - 1 - (front + gone - 1 - round));
                    stands[vertex] = kept - (front - back) * stretch.period() + k % stretch.period();
                }
            }
        }
    }

    /** Empty for a graph with edges of its own. */
    static Optional<Graph> of(Graph graph, Rhythm rhythm, int rounds) {
        return graph.edges().isPresent() ? Optional.empty() : Optional.of(new Shortened(graph, rhythm, rounds).graph());
    }

    private Graph graph() {
        List<Vertex> vertices = new ArrayList<>();
        for (Vertex vertex : graph.vertices()) {
            int number = numbers[vertex.number()];
            if (number > 0) {
                vertices.add(new Vertex(
                        number,
                        graph.inputs().size() + number,
                        vertex.primitive(),
                        vertex.params(),
                        vertex.operands().stream().map(this::standing).toList(),
                        vertex.shape(),
                        vertex.source()));
            }
        }
        List<Input> inputs = graph.inputs();
        List<Operand> outputs = graph.outputs().stream()
                .filter(this::isKept)
                .map(this::standing)
                .toList();
        return new Graph(graph.name(), inputs, vertices, outputs, Optional.empty());
    }

    private boolean isKept(Operand operand) {
        return !(operand instanceof Operand.Ref ref)
                || graph.isInput(ref.id())
                || numbers[ref.id() - graph.inputs().size()] > 0;
    }

    private Operand standing(Operand operand) {
        return operand instanceof Operand.Ref ref && !graph.isInput(ref.id())
                ? new Operand.Ref(
                        graph.inputs().size() + stands[ref.id() - graph.inputs().size()])
                : operand;
    }
}
