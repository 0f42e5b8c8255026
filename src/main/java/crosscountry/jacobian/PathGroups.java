package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.jacobian.batch.BatchExecutor;
import crosscountry.jacobian.batch.Blocks;
import crosscountry.jacobian.batch.Grid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which points of a batch take which path: {@code points.get(g)} take {@code paths.get(g)}. All points are tried on one
 * path. Those that break a condition are tried on a known path that decides there as they do, as in {@link Paths#of}.
 * If there is none, the function is traced at the first of them, and the rest are tried on the path that it takes.
 */
record PathGroups(List<KnownPath> paths, List<int[]> points) {
    private static final int BLOCK = 512;
    /** The turn of a point that stays on the path. */
    private static final int STAYS = -1;

    /**
     * Points that are to be tried on a path.
     *
     * @param passed the last condition that they broke on an earlier path; breaking it again, or one before it, leads
     *     nowhere
     */
    private record Trial(KnownPath path, int[] points, int passed) {}

    /** The points of a path, a few at a time. */
    private record Found(KnownPath path, List<int[]> points) {}

    static PathGroups of(Paths known, int points, Grid xs) {
        Map<Graph, Found> found = new IdentityHashMap<>();
        List<Found> inOrder = new ArrayList<>();
        Deque<Trial> trials = new ArrayDeque<>();
        trials.push(new Trial(known.own(), IntStream.range(0, points).toArray(), Guard.HOLDS));
        while (!trials.isEmpty()) {
            Trial trial = trials.pop();
            if (trial.points().length == 0) {
                continue;
            }
            Turns turns = known.tree().from(trial.path());
            int[][] sorted = sorted(turns, trial, xs);
            add(found, inOrder, trial.path(), sorted[turns.count()]);
            for (int turn = 0; turn < turns.count(); turn++) {
                int[] some = sorted[turn];
                if (turns.next(turn) != null) {
                    trials.push(new Trial(turns.next(turn), some, turns.broken(turn)));
                } else if (some.length > 0) {
                    double[] first = new double[xs.numbers()];
                    xs.read(some, 0, 1, IntStream.range(0, first.length).toArray(), first, 1);
                    KnownPath path = known.met(first, some[0]);
                    add(found, inOrder, path, Arrays.copyOf(some, 1));
                    trials.push(new Trial(path, Arrays.copyOfRange(some, 1, some.length), turns.broken(turn) - 1));
                }
            }
        }
        found.values()
                .forEach(group -> known.taken(
                        group.path(),
                        group.points().stream().mapToLong(some -> some.length).sum()));
        return new PathGroups(
                inOrder.stream().map(Found::path).toList(),
                inOrder.stream().map(each -> joined(each.points())).toList());
    }

    private static void add(Map<Graph, Found> found, List<Found> inOrder, KnownPath path, int[] points) {
        if (points.length == 0) {
            return;
        }
        Found group = found.computeIfAbsent(path.met(), key -> {
            Found fresh = new Found(path, new ArrayList<>());
            inOrder.add(fresh);
            return fresh;
        });
        group.points().add(points);
    }

    /** In ascending order: neighbours among the points are copied together. */
    private static int[] joined(List<int[]> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : parts.stream().flatMapToInt(Arrays::stream).sorted().toArray();
    }

    /** For each turn the points that take it, then those that stay. */
    private static int[][] sorted(Turns turns, Trial trial, Grid xs) {
        int[] points = trial.points();
        int[] turnOf = new int[points.length];
        Guard guard = trial.path().guard();
        if (guard.size() == 0) {
            Arrays.fill(turnOf, STAYS);
        } else {
            guard.batch().expect(points.length);
            Blocks.run(
                    points.length,
                    BLOCK,
                    BatchExecutor.helpers(guard.work(points.length)),
                    (first, end) -> turns(turns, trial, xs, turnOf, first, end));
        }
        int[] counts = new int[turns.count() + 1];
        for (int turn : turnOf) {
            counts[turn == STAYS ? turns.count() : turn]++;
        }
        int[][] sorted = new int[counts.length][];
        Arrays.setAll(sorted, turn -> new int[counts[turn]]);
        for (int k = points.length - 1; k >= 0; k--) {
            int turn = turnOf[k] == STAYS ? turns.count() : turnOf[k];
            sorted[turn][--counts[turn]] = points[k];
        }
        return sorted;
    }

    private static void turns(Turns turns, Trial trial, Grid xs, int[] turnOf, int first, int end) {
        Guard guard = trial.path().guard();
        int count = end - first;
        double[] columns = new double[guard.inputs() * count];
        double[] compared = new double[guard.size() * count];
        xs.read(trial.points(), first, end, guard.needed(), columns, count);
        guard.batch()
                .block(
                        0,
                        count,
                        Grid.columns(columns, count, guard.inputs()),
                        Grid.columns(compared, count, guard.size()));
        int[] broken = new int[count];
        guard.broken(compared, count, count, broken);
        for (int k = 0; k < count; k++) {
            int condition = broken[k];
            if (condition == Guard.HOLDS) {
                turnOf[first + k] = STAYS;
            } else if (condition <= trial.passed()) {
                turnOf[first + k] = turns.nowhere(condition);
            } else {
                int left = 2 * condition * count + k;
                turnOf[first + k] = turns.of(condition, compared[left], compared[left + count]);
            }
        }
    }

    /** For each point the place of its path. */
    int[] ofPoints(int count) {
        int[] all = new int[count];
        for (int group = 0; group < points.size(); group++) {
            for (int point : points.get(group)) {
                all[point] = group;
            }
        }
        return all;
    }
}
