package crosscountry.jacobian.batch;

import crosscountry.jacobian.code.Executor;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.code.Schedule;
import crosscountry.jacobian.code.VectorProgram;
import crosscountry.jacobian.code.Vectors;
import crosscountry.jacobian.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Computes a program's results at many points by the fastest way on this machine. It starts point by point and
 * meanwhile makes the other ways: a tape on rows of points, and vector code of the program's own. HotSpot compiles a
 * tape's loops once for all programs; a program's own code takes longer to compile, the longer the program is, and is
 * some forty times slower until then. So a way that does not lead is tried on a few points of a block, often at first
 * and seldom later, but never for the last time, since a trial may be misleading. After three wins in a row it leads.
 */
public final class BatchExecutor {
    private static final int BLOCK = 512;
    private static final int TRIED_REGISTERS = Vectors.TAPE_REGISTERS;
    /** Points after which other ways are made. */
    private static final int FEW = 1024;
    /**
     * Points after which a program gets code of its own; earlier only if its tape leads, so that HotSpot compiles the
     * shared loops first.
     */
    private static final int MANY = 1 << 20;
    /** Operations beyond which HotSpot never finishes compiling vector code (docs/experiments.md). */
    private static final int LARGE = 4000;

    /** Operations times points below which a second thread costs more than it helps. */
    private static final long WORTH_A_THREAD = 1_000_000;

    private final Program program;
    private final Precision precision;
    private final int lanes;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicBoolean tape = new AtomicBoolean();
    private final AtomicBoolean own = new AtomicBoolean();
    private volatile List<Contender> contenders;
    private volatile Contender leader;

    /** @param lanes lanes of a vector register; 1 for none */
    public BatchExecutor(Program program, Precision precision, int lanes, Executor executor) {
        this.program = program;
        this.precision = precision;
        this.lanes = lanes;
        leader = new Contender(new OneByOne(precision, executor));
        contenders = List.of(leader);
    }

    /** True once batches are computed in vector registers. */
    public boolean isVector() {
        return leader.way() instanceof VectorRange;
    }

    /** Computes all points, on all cores where that is worth it; both arrays have the precision. */
    public void run(int points, Grid xs, Grid results) {
        expect(points);
        Blocks.run(points, BLOCK, helpers(work(points)), (first, end) -> block(first, end, xs, results));
    }

    /** Operations at this many points. */
    public long work(int points) {
        return (long) points * program.nodes().size();
    }

    /** Threads that may help with this many operations. */
    public static int helpers(long work) {
        return work < WORTH_A_THREAD ? 0 : ForkJoinPool.getCommonPoolParallelism();
    }

    /** Announces this many points, so that other ways are made once there are enough. */
    public void expect(int points) {
        long sum = seen.addAndGet(points);
        if (lanes > 1 && sum >= FEW && tape.compareAndSet(false, true)) {
            ForkJoinPool.commonPool().execute(() -> add(VectorProgram.tape(program, precision)));
        }
        if (lanes > 1
                && (sum >= MANY || isVector())
                && own.compareAndSet(false, true)
                && Schedule.operations(program) <= LARGE) {
            ForkJoinPool.commonPool().execute(() -> add(VectorProgram.generated(program, precision)));
        }
    }

    private synchronized void add(VectorProgram way) {
        List<Contender> more = new ArrayList<>(contenders);
        more.add(new Contender(new VectorRange(program, precision, way)));
        contenders = List.copyOf(more);
    }

    /** Computes the points from {@code first} to {@code end} (exclusive), on this thread. */
    public void block(int first, int end, Grid xs, Grid results) {
        Contender leading = leader;
        long start = System.nanoTime();
        int few = TRIED_REGISTERS * lanes;
        Contender tried = end - first >= 2 * few ? due(leading, start) : null;
        if (tried == null) {
            leading.way().run(first, end, xs, results);
            leading.computed(end - first);
            return;
        }
        int middle = first + few;
        tried.way().run(first, middle, xs, results);
        long between = System.nanoTime();
        leading.way().run(middle, end, xs, results);
        long stop = System.nanoTime();
        leading.computed(end - middle);
        boolean faster = (between - start) * (double) (end - middle) < 0.95 * (stop - between) * few;
        if (tried.judged(few, stop, between - start, faster)) {
            leader = tried;
        }
    }

    private Contender due(Contender leading, long now) {
        for (Contender contender : contenders) {
            if (contender != leading && contender.claim(now)) {
                return contender;
            }
        }
        return null;
    }
}
