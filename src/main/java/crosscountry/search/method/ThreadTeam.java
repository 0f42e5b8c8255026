package crosscountry.search.method;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** Daemon threads that work together on one thing. */
public final class ThreadTeam {
    private ThreadTeam() {}

    /** Does the work on so many threads, of which the caller is number 0; throws the first failure of any. */
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

    /** A pool of so many daemon threads; who asks for it closes it. */
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

    /** Waits for all of them; an interrupt ends the waiting and stays set. */
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
