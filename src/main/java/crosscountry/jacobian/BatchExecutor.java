package crosscountry.jacobian;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Computes a program's results at many points: point by point at first, and in vector registers once that is measured to be
 * faster on this machine. Until HotSpot has compiled it, vector code is some forty times slower than point by point; so it
 * is tried on a few registers a block, for a quarter of the time at most, until it wins three times in a row.
 */
final class BatchExecutor {
    private static final int BLOCK = 512;
    private static final int TRIED_REGISTERS = 8;
    private static final int WINS = 3;
    /** Points before which vector code is not even made. */
    private static final int FEW = 1024;

    /** Operations times points below which a second thread costs more than it helps. */
    private static final long WORTH_A_THREAD = 1_000_000;

    private final Program program;
    private final Kind kind;
    private final int lanes;
    private final PointRange single;
    private volatile PointRange vector;
    private volatile boolean vectorWins;
    private final AtomicInteger wins = new AtomicInteger();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong tried = new AtomicLong();
    private final AtomicLong spent = new AtomicLong();

    /** @param lanes lanes of a vector register; 1 for none */
    BatchExecutor(Program program, Kind kind, int lanes, Executor executor) {
        this.program = program;
        this.kind = kind;
        this.lanes = lanes;
        single = new OneByOne(kind, program.inputs(), program.results(), executor);
    }

    /** True once batches are computed in vector registers. */
    boolean isVector() {
        return vectorWins;
    }

    /** Both arrays are of the kind. */
    void run(int points, Layout layout, Object xs, Object all) {
        long sum = seen.addAndGet(points);
        if (lanes > 1 && sum >= FEW && vector == null) {
            makeVector();
        }
        int helpers = (long) points * program.nodes().size() < WORTH_A_THREAD ? 0 : ForkJoinPool.getCommonPoolParallelism();
        Blocks.run(points, BLOCK, helpers, (first, end) -> block(first, end, points, layout, xs, all));
    }

    private synchronized void makeVector() {
        if (vector == null) {
            vector = new VectorRange(program, kind, lanes);
        }
    }

    private void block(int first, int end, int points, Layout layout, Object xs, Object all) {
        if (vectorWins) {
            vector.run(first, end, points, layout, xs, all);
            return;
        }
        long start = System.nanoTime();
        int middle = first;
        long trial = 0;
        int few = TRIED_REGISTERS * lanes;
        if (vector != null && end - first >= 2 * few && 4 * tried.get() <= spent.get()) {
            middle = first + few;
            vector.run(first, middle, points, layout, xs, all);
            trial = System.nanoTime() - start;
            tried.addAndGet(trial);
        }
        single.run(middle, end, points, layout, xs, all);
        long whole = System.nanoTime() - start;
        spent.addAndGet(whole);
        if (trial > 0) {
            boolean faster = trial * (end - middle) < (whole - trial) * few;
            vectorWins = (faster ? wins.incrementAndGet() : reset()) >= WINS;
        }
    }

    private int reset() {
        wins.set(0);
        return 0;
    }
}
