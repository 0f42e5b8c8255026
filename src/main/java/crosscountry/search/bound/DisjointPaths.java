package crosscountry.search.bound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * A largest set of paths into one node that share no other node (Menger's theorem): a flow of ones on the graph in which
 * every node is split in two, found by augmenting paths.
 */
final class DisjointPaths {
    private final List<int[]> arcs = new ArrayList<>();
    private final List<List<Integer>> from = new ArrayList<>();
    private final int target;
    private final int source;

    private DisjointPaths(int target, int[][] before, boolean[] starts) {
        this.target = target;
        source = 2 * before.length;
        for (int k = 0; k <= source; k++) {
            from.add(new ArrayList<>());
        }
        for (int node : ancestors(target, before)) {
            if (starts[node]) {
                arc(source, in(node));
            }
            if (node != target) {
                arc(in(node), out(node));
            }
            for (int earlier : before[node]) {
                arc(out(earlier), in(node));
            }
        }
    }

    /**
     * Paths from start nodes to the target, each given from its start to the target.
     *
     * @param before for each node those with an edge to it; start nodes have none
     */
    static List<List<Integer>> into(int target, int[][] before, boolean[] starts) {
        DisjointPaths flow = new DisjointPaths(target, before, starts);
        while (flow.augment()) {
            // one more path each time
        }
        return flow.paths();
    }

    private static List<Integer> ancestors(int target, int[][] before) {
        List<Integer> found = new ArrayList<>(List.of(target));
        boolean[] seen = new boolean[before.length];
        seen[target] = true;
        for (int k = 0; k < found.size(); k++) {
            for (int earlier : before[found.get(k)]) {
                if (!seen[earlier]) {
                    seen[earlier] = true;
                    found.add(earlier);
                }
            }
        }
        return found;
    }

    private static int in(int node) {
        return 2 * node;
    }

    private static int out(int node) {
        return 2 * node + 1;
    }

    /** An arc {start, end, free}, with its opposite right behind it. */
    private void arc(int start, int end) {
        from.get(start).add(arcs.size());
        arcs.add(new int[] {start, end, 1});
        from.get(end).add(arcs.size());
        arcs.add(new int[] {end, start, 0});
    }

    private boolean augment() {
        int[] arrived = new int[from.size()];
        Arrays.fill(arrived, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(source));
        while (!queue.isEmpty() && arrived[in(target)] < 0) {
            int node = queue.poll();
            for (int arc : from.get(node)) {
                int end = arcs.get(arc)[1];
                if (arcs.get(arc)[2] > 0 && arrived[end] < 0 && end != source) {
                    arrived[end] = arc;
                    queue.add(end);
                }
            }
        }
        if (arrived[in(target)] < 0) {
            return false;
        }
        for (int node = in(target); node != source; node = arcs.get(arrived[node])[0]) {
            arcs.get(arrived[node])[2]--;
            arcs.get(arrived[node] ^ 1)[2]++;
        }
        return true;
    }

    /** Follows the flow from the source. */
    private List<List<Integer>> paths() {
        List<List<Integer>> paths = new ArrayList<>();
        for (int arc : from.get(source)) {
            if (arc % 2 == 0 && arcs.get(arc)[2] == 0) {
                List<Integer> path = new ArrayList<>();
                int node = arcs.get(arc)[1] / 2;
                while (node != target) {
                    path.add(node);
                    node = following(node);
                }
                path.add(target);
                paths.add(Collections.unmodifiableList(path));
            }
        }
        return paths;
    }

    private int following(int node) {
        return from.get(out(node)).stream().filter(arc -> arc % 2 == 0 && arcs.get(arc)[2] == 0).findFirst().map(arc -> arcs.get(arc)[1]).orElseThrow() / 2;
    }
}
