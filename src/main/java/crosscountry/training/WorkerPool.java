package crosscountry.training;

import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;

/** The workers for the independent tasks of an iteration. */
final class WorkerPool implements AutoCloseable {
    private final ExecutorService threads;
    private final List<FutureTask<?>> waiting = new ArrayList<>();

    /** A task whose result is available after {@link WorkerPool#work}. */
    record Future<T>(FutureTask<T> task) {
        T result() {
            try {
                return task.get();
            } catch (java.util.concurrent.ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the training was interrupted");
            }
        }
    }

    WorkerPool(int size) {
        threads = ThreadTeam.pool(size, "learn");
    }

    <T> Future<T> submit(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        waiting.add(task);
        return new Future<>(task);
    }

    /** Runs the submitted tasks and waits for them. */
    void work() {
        CountDownLatch left = new CountDownLatch(waiting.size());
        for (FutureTask<?> task : waiting) {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    left.countDown();
                }
            });
        }
        waiting.clear();
        boolean interrupted = false;
        while (left.getCount() > 0) {
            try {
                left.await();
            } catch (InterruptedException e) {
                interrupted = true; // an iteration is short, and half of one is nothing
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
