package crosscountry.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs one piece of work on each thread of a search; the first failure of any is thrown here. */
public final class Workers {
    private Workers() {}

    public static void run(Search search, IntConsumer work) {
        if (search.total() == Long.MAX_VALUE) {
            search.best(); // so that every thread has an order to begin with
        }
        List<Thread> threads = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (int k = 1; k < search.threads(); k++) {
            int number = k;
            Thread thread = new Thread(
                    () -> {
                        try {
                            work.accept(number);
                        } catch (RuntimeException e) {
                            synchronized (failures) {
                                failures.add(e);
                            }
                        }
                    },
                    "search-" + k);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work.accept(0);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
