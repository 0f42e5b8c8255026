package crosscountry.search.method;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Teams and pools of daemon threads. */
public final class ThreadTeam {
    private ThreadTeam() {}

    /** Runs the work on this many threads, the caller being number 0; rethrows the first failure. */
    public static void run(int size, String name, IntConsumer work) {
        List<Thread> threads = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (int k = 1; k < size; k++) {
            int number = k;
            threads.add(start(name + "-" + k, () -> {
                try {
                    work.accept(number);
                } catch (RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        work.accept(0);
        join(threads);
        synchronized (failures) {
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
    }

    /** A pool of this many daemon threads; the caller shuts it down. */
    public static ExecutorService pool(int size, String name) {
        return Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    public static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits for all of them; an interrupt ends the wait, and the thread stays interrupted. */
    public static void join(List<Thread> threads) {
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
