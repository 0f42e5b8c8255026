package crosscountry.search.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Largest sets of paths into one node that share no other node (Menger's theorem): a flow of ones on the graph in which
 * every node is split in two, found by augmenting paths. What one target leaves behind is swept before the next, so
 * that it costs what its ancestors cost and not what the graph does. For one thread.
 */
public final class DisjointPaths {
    private static final int NONE = -1;

    private final int[][] before;
    private final boolean[] starts;
    private final int source;
    /** By half of a node: its first and last arc, and the arc by which a search came to it. */
    private final int[] first;

    private final int[] last;
    private final int[] arrived;
    private final int[] queue;
    /**
     * By arc, whose opposite is the next even or odd number: where it ends, what follows it at its node, whether it is
     * free.
     */
    private final int[] end;

    private final int[] next;
    private final boolean[] free;
    private int arcs;

    /**
     * @param before for each node those with an edge to it; start nodes have none
     * @param starts where paths may begin
     */
    public DisjointPaths(int[][] before, boolean[] starts) {
        this.before = before;
        this.starts = starts;
        source = 2 * before.length;
        first = filled(source + 1);
        last = new int[source + 1];
        arrived = filled(source + 1);
        queue = new int[source + 1];
        int most = 2
                * (2 * before.length
                        + Arrays.stream(before).mapToInt(nodes -> nodes.length).sum());
        end = new int[most];
        next = new int[most];
        free = new boolean[most];
    }

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    /**
     * Paths from start nodes to the target, each given from its start to the target.
     *
     * @param neighbours those of the target that may be last but one
     */
    public List<List<Integer>> into(int target, int[] neighbours) {
        int[] nodes = ancestors(target, neighbours);
        for (int node : nodes) {
            if (starts[node]) {
                arc(source, in(node));
            }
            if (node != target) {
                arc(in(node), out(node));
            }
            for (int earlier : node == target ? neighbours : before[node]) {
                arc(out(earlier), in(node));
            }
        }
        while (augment(in(target))) {
            // one more path each time
        }
        List<List<Integer>> paths = paths(target);
        for (int node : nodes) {
            first[in(node)] = NONE;
            first[out(node)] = NONE;
        }
        first[source] = NONE;
        arcs = 0;
        return paths;
    }

    private int[] ancestors(int target, int[] neighbours) {
        int[] found = new int[before.length];
        boolean[] seen = new boolean[before.length];
        found[0] = target;
        seen[target] = true;
        int count = 1;
        for (int k = 0; k < count; k++) {
            for (int earlier : k == 0 ? neighbours : before[found[k]]) {
                if (!seen[earlier]) {
                    seen[earlier] = true;
                    found[count++] = earlier;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int in(int node) {
        return 2 * node;
    }

    private static int out(int node) {
        return 2 * node + 1;
    }

    private void arc(int from, int to) {
        half(from, to, true);
        half(to, from, false);
    }

    private void half(int from, int to, boolean isFree) {
        end[arcs] = to;
        free[arcs] = isFree;
        next[arcs] = NONE;
        if (first[from] == NONE) {
            first[from] = arcs;
        } else {
            next[last[from]] = arcs;
        }
        last[from] = arcs++;
    }

    private boolean augment(int target) {
        int waiting = 1;
        queue[0] = source;
        for (int k = 0; k < waiting && arrived[target] == NONE; k++) {
            for (int arc = first[queue[k]]; arc != NONE; arc = next[arc]) {
                int to = end[arc];
                if (free[arc] && arrived[to] == NONE && to != source) {
                    arrived[to] = arc;
                    queue[waiting++] = to;
                }
            }
        }
        boolean found = arrived[target] != NONE;
        for (int node = target; found && node != source; node = end[arrived[node] ^ 1]) {
            free[arrived[node]] = false;
            free[arrived[node] ^ 1] = true;
        }
        for (int k = 0; k < waiting; k++) {
            arrived[queue[k]] = NONE;
        }
        return found;
    }

    /** Follows the flow from the source. */
    private List<List<Integer>> paths(int target) {
        List<List<Integer>> paths = new ArrayList<>();
        for (int arc = first[source]; arc != NONE; arc = next[arc]) {
            if (!free[arc]) {
                List<Integer> path = new ArrayList<>();
                for (int node = end[arc] / 2; node != target; node = following(node)) {
                    path.add(node);
                }
                path.add(target);
                paths.add(Collections.unmodifiableList(path));
            }
        }
        return paths;
    }

    private int following(int node) {
        int arc = first[out(node)];
        while (arc % 2 != 0 || free[arc]) {
            arc = next[arc];
        }
        return end[arc] / 2;
    }
}
