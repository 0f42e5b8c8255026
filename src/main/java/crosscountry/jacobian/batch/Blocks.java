package crosscountry.jacobian.batch;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shares work on ranges of points between the calling thread and the common pool, whose threads are daemons. Each
 * thread takes another block when it has finished one, so a busy core takes fewer. An interrupt or a failure stops
 * every thread after its current block; nothing is written to the result once the call has returned.
 */
public final class Blocks {
    /** Work on the points from {@code first} to {@code end} (exclusive). */
    public interface Body {
        void run(int first, int end);
    }

    private Blocks() {}

    /**
     * @param block points a block
     * @param helpers threads of the pool that may help; 0 where waking one costs more than the work
     */
    public static void run(int points, int block, int helpers, Body body) {
        int blocks = (points + block - 1) / block;
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        int used = Math.min(helpers, blocks - 1);
        AtomicBoolean[] claimed = new AtomicBoolean[Math.max(0, used)];
        CountDownLatch done = new CountDownLatch(claimed.length);
        for (int k = 0; k < claimed.length; k++) {
            AtomicBoolean own = new AtomicBoolean();
            claimed[k] = own;
            ForkJoinPool.commonPool().execute(() -> {
                if (own.compareAndSet(false, true)) {
                    try {
                        take(next, blocks, block, points, failure, body);
                    } finally {
                        done.countDown();
                    }
                }
            });
        }
        boolean finished = false;
        try {
            take(next, blocks, block, points, failure, body);
            finished = failure.get() == null;
        } finally {
            next.set(blocks);
            for (AtomicBoolean helper : claimed) {
                if (helper.compareAndSet(false, true)) { // not started: the pool is busy with other work
                    done.countDown();
                }
            }
            await(done);
        }
        if (!finished || failure.get() != null) {
            rethrow(failure.get());
        }
    }

    private static void take(
            AtomicInteger next, int blocks, int block, int points, AtomicReference<Throwable> failure, Body body) {
        try {
            for (int k = next.getAndIncrement(); k < blocks && failure.get() == null; k = next.getAndIncrement()) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                body.run(k * block, Math.min(points, (k + 1) * block));
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    /** The helpers are at their last block: the wait is short, and until it ends they write to the result. */
    private static void await(CountDownLatch done) {
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
