package crosscountry.search;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.SparseState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import crosscountry.search.bound.GroupBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One search from graph to result: the bound by paths first, then the method; beside it, where the search is limited by
 * time, the bound is raised. It ends early where the two meet.
 *
 * @param stopped asked often, from any thread; true ends the search, which keeps its best
 * @param listener told of each better order
 * @param watch told twice a second how far the search is, from a thread of its own
 */
public record Solver(
        SearchMethod method,
        Budget budget,
        long seed,
        int threads,
        BooleanSupplier stopped,
        Consumer<Best> listener,
        Consumer<Status> watch) {
    /** Two small flows a vertex: beyond this many vertices they would take longer than a short search. */
    private static final int BOUNDED = 3000;
    /** Tables of types take the square of this many numbers. */
    private static final int MOST_DENSE = 16_000;
    /** Up to this many vertices half of the threads look for a proof: the cheapest order is found long before. */
    private static final int HALF_BOUND = 300;

    private static final long BETWEEN_LOOKS = 500;

    public Solver(
            SearchMethod method,
            Budget budget,
            long seed,
            int threads,
            BooleanSupplier stopped,
            Consumer<Best> listener) {
        this(method, budget, seed, threads, stopped, listener, status -> {});
    }

    /** The portfolio for so many seconds, on all cores, from seed 0. */
    public static Solver seconds(double seconds) {
        return new Solver(
                new Portfolio(),
                Budget.seconds(seconds),
                0,
                Runtime.getRuntime().availableProcessors(),
                () -> false,
                found -> {});
    }

    public SearchResult solve(Graph graph, CostModel rules) {
        if (graph.vertices().size() > LargeSearch.LARGE
                && (SparseState.plays(graph, rules) || graph.vertices().size() > MOST_DENSE)) {
            return LargeSearch.solve(graph, rules, this);
        }
        StateTemplate template = StateTemplate.of(graph, rules);
        Optional<Certificate> paths = template.size() <= BOUNDED ? CutBound.of(graph, rules) : Optional.empty();
        AtomicReference<Optional<Certificate>> certificate = new AtomicReference<>(paths);
        List<Best> found = new ArrayList<>();
        boolean raised = paths.isPresent() && template.isScalar() && budget.evaluations() == Long.MAX_VALUE;
        int bounding = raised && template.size() <= HALF_BOUND ? threads / 2 : 0;
        Search search = new Search(
                template,
                budget,
                seed,
                threads - bounding,
                paths.map(Certificate::lowerBound).orElse(0L),
                stopped,
                best -> {
                    found.add(best);
                    listener.accept(best);
                });
        AtomicReference<Boolean> over = new AtomicReference<>(false);
        List<Thread> beside = new ArrayList<>();
        for (int k = 0; raised && k < Math.max(1, bounding); k++) {
            long chance = seed + 1_000_003L * k;
            beside.add(start(
                    "bound",
                    () -> GroupBound.improve(
                            graph,
                            rules,
                            paths.get(),
                            chance,
                            search::bestOrder,
                            search::progress,
                            () -> over.get() || search.done(),
                            better -> {
                                certificate.accumulateAndGet(Optional.of(better), Solver::stronger);
                                search.raise(better.lowerBound());
                            })));
        }
        beside.add(start("watch", () -> {
            while (!over.get()) {
                try {
                    Thread.sleep(BETWEEN_LOOKS);
                } catch (InterruptedException e) {
                    return;
                }
                if (!over.get() && search.total() < Long.MAX_VALUE) {
                    watch.accept(new Status(
                            search.best(),
                            certificate.get().map(Certificate::lowerBound).orElse(0L),
                            search.evaluations(),
                            search.seconds(),
                            search.progress()));
                }
            }
        }));
        double seconds;
        try {
            method.run(search);
            search.best();
        } finally {
            seconds = search.seconds(); // whoever watches may still draw a picture
            over.set(true);
            beside.forEach(Thread::interrupt);
            beside.forEach(Solver::join);
        }
        return new SearchResult(
                graph, rules, method.name(), found, certificate.get(), search.proved(), seconds, search.evaluations());
    }

    private static Optional<Certificate> stronger(Optional<Certificate> one, Optional<Certificate> other) {
        return one.get().lowerBound() >= other.get().lowerBound() ? one : other;
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, "search-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
