package crosscountry.corpus;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A number that isomorphic graphs share, whatever their numbering and whatever their operations are: colours of ids,
 * refined by those of predecessors and successors (Weisfeiler and Leman 1968).
 */
final class Structure {
    private Structure() {}

    static long hash(Graph graph) {
        int count = graph.inputs().size() + graph.vertices().size();
        List<TreeSet<Integer>> before = new ArrayList<>();
        List<TreeSet<Integer>> behind = new ArrayList<>();
        long[] colours = new long[count];
        for (int id = 1; id <= count; id++) {
            before.add(new TreeSet<>());
            behind.add(new TreeSet<>());
            colours[id - 1] =
                    mix(graph.isInput(id) ? 1 : 2, graph.shape(id).extents().hashCode());
        }
        for (Operand output : graph.outputs()) {
            if (output instanceof Operand.Ref ref) {
                colours[ref.id() - 1] = mix(colours[ref.id() - 1], 7);
            }
        }
        for (Vertex vertex : graph.vertices()) {
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref) {
                    before.get(vertex.id() - 1).add(ref.id() - 1);
                    behind.get(ref.id() - 1).add(vertex.id() - 1);
                }
            }
        }
        for (int round = 0; round < 12; round++) {
            long[] next = new long[count];
            for (int k = 0; k < count; k++) {
                next[k] = mix(mix(colours[k], bag(colours, before.get(k))), bag(colours, behind.get(k)));
            }
            colours = next;
        }
        long[] sorted = colours.clone();
        Arrays.sort(sorted);
        return Arrays.hashCode(sorted) * 31L + count;
    }

    private static long bag(long[] colours, TreeSet<Integer> of) {
        long[] found = of.stream().mapToLong(k -> colours[k]).sorted().toArray();
        return Arrays.hashCode(found);
    }

    private static long mix(long a, long b) {
        long x = (a * 0x9E3779B97F4A7C15L) ^ (b + 0x7F4A7C15);
        return (x ^ (x >>> 29)) * 0xBF58476D1CE4E5B9L;
    }

    /** Graphs by their hash. */
    static Map<Long, String> hashes(List<Graph> graphs) {
        Map<Long, String> hashes = new HashMap<>();
        graphs.forEach(graph -> hashes.put(hash(graph), graph.name()));
        return hashes;
    }
}
