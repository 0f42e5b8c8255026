package crosscountry.search.flow;

import static crosscountry.search.flow.UnitFlow.NONE;
import static crosscountry.search.flow.UnitFlow.in;
import static crosscountry.search.flow.UnitFlow.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Largest sets of paths into one node that share no other node (Menger's theorem). The flow of one target is cleared
 * before the next, so a target takes time for its ancestors and not for the graph. For one thread.
 */
public final class DisjointPaths {
    private final int[][] before;
    private final boolean[] starts;
    private final int source;
    private final UnitFlow flow;

    /**
     * @param before for each node those with an edge to it; start nodes have none
     * @param starts where paths may begin
     */
    public DisjointPaths(int[][] before, boolean[] starts) {
        this.before = before;
        this.starts = starts;
        source = 2 * before.length;
        int edges = Arrays.stream(before).mapToInt(nodes -> nodes.length).sum();
        flow = new UnitFlow(source + 1, 2 * before.length + edges);
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
                flow.arc(source, in(node), (byte) 1);
            }
            if (node != target) {
                flow.arc(in(node), out(node), (byte) 1);
            }
            for (int earlier : node == target ? neighbours : before[node]) {
                flow.arc(out(earlier), in(node), (byte) 1);
            }
        }
        flow.setTarget(in(target), true);
        while (flow.augment(source)) {
            // one more path each time
        }
        flow.setTarget(in(target), false);
        List<List<Integer>> paths = paths(target);
        for (int node : nodes) {
            flow.clear(in(node), out(node));
        }
        flow.clear(source);
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

    /** Follows the flow from the source. */
    private List<List<Integer>> paths(int target) {
        List<List<Integer>> paths = new ArrayList<>();
        for (int arc = flow.first(source); arc != NONE; arc = flow.next(arc)) {
            if (flow.isFull(arc)) {
                List<Integer> path = new ArrayList<>();
                for (int node = flow.end(arc) / 2; node != target; node = following(node)) {
                    path.add(node);
                }
                path.add(target);
                paths.add(Collections.unmodifiableList(path));
            }
        }
        return paths;
    }

    private int following(int node) {
        int arc = flow.first(out(node));
        while (arc % 2 != 0 || !flow.isFull(arc)) {
            arc = flow.next(arc);
        }
        return flow.end(arc) / 2;
    }
}
