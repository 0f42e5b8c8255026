package crosscountry.search;

import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a group of vertices costs at least, found anew by depth-first flows on maps and by recursion over the group's
 * orders.
 */
final class GroupChecker {
    private final int inputs;
    private final Set<Integer> ends;
    private final Map<Integer, List<Integer>> before = new HashMap<>();
    private final Map<Integer, List<Integer>> after = new HashMap<>();
    private final Map<List<Set<Integer>>, Integer> known = new HashMap<>();

    /** @param edges pairs of ids, the source in the upper half */
    GroupChecker(Graph graph, Set<Long> edges, Set<Integer> ends) {
        inputs = graph.inputs().size();
        this.ends = ends;
        for (long edge : edges) {
            before.computeIfAbsent((int) edge, key -> new ArrayList<>()).add((int) (edge >> 32));
            after.computeIfAbsent((int) (edge >> 32), key -> new ArrayList<>()).add((int) edge);
        }
    }

    long least(List<Integer> vertices) {
        return least(vertices.stream().map(vertex -> inputs + vertex).toList(), new HashSet<>(), new HashMap<>());
    }

    private long least(List<Integer> group, Set<Integer> gone, Map<Set<Integer>, Long> done) {
        if (gone.size() == group.size()) {
            return 0;
        }
        Long already = done.get(gone);
        if (already != null) {
            return already;
        }
        long least = Long.MAX_VALUE;
        for (int id : group) {
            if (!gone.contains(id)) {
                Set<Integer> standing = new HashSet<>(group);
                standing.removeAll(gone);
                standing.remove(id);
                long cost = (long) separator(id, gone, standing, before) * separator(id, gone, standing, after);
                Set<Integer> next = new HashSet<>(gone);
                next.add(id);
                least = Math.min(least, cost + least(group, next, done));
            }
        }
        done.put(Set.copyOf(gone), least);
        return least;
    }

    /** Paths from {@code id} to an end or to a standing vertex; all but those that are gone may be used once. */
    private int separator(int id, Set<Integer> gone, Set<Integer> standing, Map<Integer, List<Integer>> next) {
        Set<Integer> reached = reached(id, next);
        Set<Integer> goneHere = new HashSet<>(gone);
        goneHere.retainAll(reached);
        Set<Integer> standingHere = new HashSet<>(standing);
        standingHere.retainAll(reached);
        return known.computeIfAbsent(List.of(Set.of(next == before ? id : -id), goneHere, standingHere), key -> {
            Map<Long, Integer> flow = new HashMap<>();
            int paths = 0;
            while (path(2L * id + 1, id, goneHere, standingHere, next, flow, new HashSet<>())) {
                paths++;
            }
            return paths;
        });
    }

    private static Set<Integer> reached(int id, Map<Integer, List<Integer>> next) {
        Set<Integer> reached = new HashSet<>();
        List<Integer> left = new ArrayList<>(List.of(id));
        while (!left.isEmpty()) {
            for (int other : next.getOrDefault(left.remove(left.size() - 1), List.of())) {
                if (reached.add(other)) {
                    left.add(other);
                }
            }
        }
        return reached;
    }

    /**
     * One more path by depth; sides are 2 node (entered) and 2 node + 1 (left); {@code flow} counts what runs between
     * two sides.
     */
    private boolean path(
            long side,
            int start,
            Set<Integer> gone,
            Set<Integer> standing,
            Map<Integer, List<Integer>> next,
            Map<Long, Integer> flow,
            Set<Long> seen) {
        if (!seen.add(side)) {
            return false;
        }
        int node = (int) (side >> 1);
        boolean leaving = (side & 1) == 1;
        if (leaving
                && node != start
                && (standing.contains(node) || (next == before ? node <= inputs : ends.contains(node)))) {
            return true;
        }
        List<Long> steps = new ArrayList<>();
        if (leaving) {
            next.getOrDefault(node, List.of()).forEach(other -> steps.add(2L * other));
            if (node != start && flow.getOrDefault(arc(side - 1, side), 0) > 0) {
                steps.add(side - 1);
            }
        } else {
            if (gone.contains(node) || flow.getOrDefault(arc(side, side + 1), 0) < 1) {
                steps.add(side + 1);
            }
            (next == before ? after : before).getOrDefault(node, List.of()).forEach(other -> {
                if (flow.getOrDefault(arc(2L * other + 1, side), 0) > 0) {
                    steps.add(2L * other + 1);
                }
            });
        }
        for (long step : steps) {
            if (path(step, start, gone, standing, next, flow, seen)) {
                boolean back =
                        flow.getOrDefault(arc(step, side), 0) > 0 && (leaving ? step == side - 1 : step != side + 1);
                flow.merge(back ? arc(step, side) : arc(side, step), back ? -1 : 1, Integer::sum);
                return true;
            }
        }
        return false;
    }

    private static long arc(long from, long to) {
        return from << 32 | to;
    }
}
