package crosscountry.jacobian;

import crosscountry.jacobian.batch.BatchExecutor;
import crosscountry.jacobian.batch.Blocks;
import crosscountry.jacobian.batch.Grid;
import crosscountry.jacobian.code.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Computes a batch path by path: copies some points of one path to columns, computes them by the path's plan, and
 * copies the results to where they belong, with zeros for entries that the path does not have. Each thread takes the
 * next points when it has finished its own.
 */
final class PathRuns {
    /** Bytes of columns that stay in the second-level cache. */
    private static final int CACHED = 128 * 1024;

    private static final int LEAST = 64;
    private static final int MOST = 512;
    private static final int TOGETHER = 8;
    /** Numbers from one column to the next: no power of two, whose columns would share few cache lines. */
    private static final int STRIDE = MOST + 8;

    /** The arrays that one thread computes in. */
    private record Columns(Object xs, Object results) {}

    /** Points {@code which[first]} to {@code which[end - 1]}, all of one path. */
    private record Run(StraightPlan plan, int[] columnOf, int[] which, int first, int end) {}

    private final Precision precision;
    private final Grid xs;
    private final Grid results;
    private final ConcurrentLinkedQueue<Columns> free = new ConcurrentLinkedQueue<>();
    private final int[] all;
    private int mostResults;

    private PathRuns(Precision precision, Grid xs, Grid results) {
        this.precision = precision;
        this.xs = xs;
        this.results = results;
        all = IntStream.range(0, xs.numbers()).toArray();
    }

    /**
     * @param plans one a group
     * @param places how {@code results} are laid out
     */
    static void run(
            Precision precision, PathGroups groups, List<StraightPlan> plans, Places places, Grid xs, Grid results) {
        new PathRuns(precision, xs, results).run(groups, plans, places);
    }

    private void run(PathGroups groups, List<StraightPlan> plans, Places places) {
        List<Run> runs = new ArrayList<>();
        long work = 0;
        for (int group = 0; group < plans.size(); group++) {
            StraightPlan plan = plans.get(group);
            int[] which = groups.points().get(group);
            int[] columnOf = new int[places.size()];
            Arrays.fill(columnOf, -1);
            int[] own = plan.places().in(places);
            for (int k = 0; k < own.length; k++) {
                columnOf[own[k]] = k;
            }
            mostResults = Math.max(mostResults, own.length);
            int block = Math.max(LEAST, Math.min(MOST, CACHED / precision.bytes() / (xs.numbers() + own.length)));
            for (int first = 0; first < which.length; first += block) {
                runs.add(new Run(plan, columnOf, which, first, Math.min(which.length, first + block)));
            }
            plan.executor().expect(which.length);
            work += plan.executor().work(which.length);
        }
        // runs of several paths whose results interleave go to one core, one soon after the other
        runs.sort(Comparator.comparingInt(run -> run.which()[run.first()]));
        int together = Math.min(plans.size(), TOGETHER);
        Blocks.run(
                runs.size(),
                Math.max(1, together),
                BatchExecutor.helpers(work),
                (first, end) -> runs.subList(first, end).forEach(this::run));
    }

    private void run(Run run) {
        Columns own = free.poll();
        Columns columns = own != null
                ? own
                : new Columns(precision.newArray(xs.numbers() * STRIDE), precision.newArray(mostResults * STRIDE));
        xs.read(run.which(), run.first(), run.end(), all, columns.xs(), STRIDE);
        run.plan()
                .executor()
                .block(
                        0,
                        run.end() - run.first(),
                        Grid.columns(columns.xs(), STRIDE, xs.numbers()),
                        Grid.columns(columns.results(), STRIDE, run.plan().resultSize()));
        results.write(run.which(), run.first(), run.end(), columns.results(), STRIDE, run.columnOf());
        free.add(columns);
    }
}
