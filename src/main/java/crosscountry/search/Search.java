package crosscountry.search;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.SparseTemplate;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import crosscountry.search.loop.PeriodicSearch;
import crosscountry.search.method.Best;
import crosscountry.search.method.Budget;
import crosscountry.search.method.Portfolio;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import crosscountry.search.method.SearchOptions;
import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A search for a cheap order of a graph. Each method but {@link #run} returns a changed copy:
 *
 * <pre>{@code
 * SearchResult result = Search.of(graph).seconds(2).run();
 * SearchResult same = Search.of(graph).method("annealing").evaluations(50_000).seed(1).threads(1).run();
 * }</pre>
 *
 * <p>A search first proves a lower bound by paths, then runs its method; where only time limits it, some threads raise
 * the bound meanwhile. It ends early when bound and cost meet.
 */
public final class Search {
    /** From this many eliminable vertices of scalars on, states are lists of neighbours, not rows of bits. */
    public static final int LARGE = 4000;

    private static final double SECONDS = 10;
    /** Beyond this many vertices the two small flows per vertex would take longer than a short search. */
    private static final int BOUNDED = 3000;

    private static final long BETWEEN_LOOKS = 500;
    /** The share of the budget that goes to orders which are alike in every round of a loop. */
    private static final double ROUNDS = 0.2;
    /** Orders of rounds tried from each beginning at first. */
    private static final int FIRST_LOOK = 2000;

    private final Graph graph;
    private final CostModel cost;
    private final SearchMethod method;
    private final SearchOptions options;
    private final boolean raisesBound;
    private final Consumer<Status> watcher;

    private Search(
            Graph graph,
            CostModel cost,
            SearchMethod method,
            SearchOptions options,
            boolean raisesBound,
            Consumer<Status> watcher) {
        this.graph = graph;
        this.cost = cost;
        this.method = method;
        this.options = options;
        this.raisesBound = raisesBound;
        this.watcher = watcher;
    }

    /** By the portfolio under the published cost, for ten seconds on all cores, with seed 0. */
    public static Search of(Graph graph) {
        SearchOptions options = SearchOptions.of(Budget.seconds(SECONDS));
        return new Search(graph, CostModel.PUBLISHED, new Portfolio(), options, true, status -> {});
    }

    public Search cost(CostModel model) {
        return new Search(graph, model, method, options, raisesBound, watcher);
    }

    /** By a method of this name; an unknown name is an error that lists all. */
    public Search method(String name) {
        return method(SearchMethod.named(name));
    }

    public Search method(SearchMethod other) {
        return new Search(graph, cost, other, options, raisesBound, watcher);
    }

    /** Limits the time, not the evaluations. */
    public Search seconds(double seconds) {
        if (!(seconds > 0)) {
            throw new GraphException("a search needs more than 0 seconds, not " + seconds);
        }
        return budget(Budget.seconds(seconds));
    }

    /** Limits the evaluations, not the time: reproducible from the seed on one thread. */
    public Search evaluations(long evaluations) {
        return budget(Budget.evaluations(evaluations));
    }

    public Search budget(Budget budget) {
        return with(options.budget(budget));
    }

    public Search seed(long seed) {
        return with(options.seed(seed));
    }

    public Search threads(int threads) {
        return with(options.threads(threads));
    }

    /** @param stopped polled often, from any thread; true ends the search, which keeps its incumbent */
    public Search stopWhen(BooleanSupplier stopped) {
        return with(options.stopWhen(stopped));
    }

    /** Calls the listener for each new incumbent. */
    public Search onBest(Consumer<Best> listener) {
        return with(options.onBest(listener));
    }

    /** Reports progress twice a second, from a separate thread. */
    public Search onStatus(Consumer<Status> listener) {
        return new Search(graph, cost, method, options, raisesBound, listener);
    }

    /** Whether some threads raise the bound by paths where only time limits the search; the default is true. */
    public Search raiseBound(boolean raises) {
        return new Search(graph, cost, method, options, raises, watcher);
    }

    private Search with(SearchOptions other) {
        return new Search(graph, cost, method, other, raisesBound, watcher);
    }

    public SearchResult run() {
        if (graph.vertices().size() > LARGE) {
            long start = System.nanoTime();
            Optional<SparseTemplate> lists = SparseTemplate.find(graph, cost);
            if (lists.isPresent() || graph.vertices().size() > StateTemplate.MOST_VERTICES) {
                return LargeSearch.solve(lists.orElseGet(() -> SparseTemplate.of(graph, cost)), options, start);
            }
        }
        StateTemplate template = StateTemplate.of(graph, cost);
        Optional<Certificate> paths = template.size() <= BOUNDED ? CutBound.of(graph, cost) : Optional.empty();
        boolean raising = raisesBound
                && paths.isPresent()
                && template.isScalar()
                && !options.budget().limitsEvaluations();
        BoundRaising bound = new BoundRaising(graph, cost, paths, options.seed());
        int bounding = raising ? BoundRaising.threads(template.size(), options.threads()) : 0;
        List<Best> found = new ArrayList<>();
        RunningSearch search = new RunningSearch(
                template, options.threads(options.threads() - bounding).onBest(best -> {
                    found.add(best);
                    options.listener().accept(best);
                }));
        search.raise(bound.lowerBound());
        List<Thread> beside = new ArrayList<>(raising ? bound.start(search, Math.max(1, bounding)) : List.of());
        beside.add(ThreadTeam.start("search-watch", () -> watch(search, bound)));
        double seconds;
        try {
            if (method instanceof Portfolio) {
                byRounds(search.part(ROUNDS));
            }
            method.run(search);
            search.best();
        } finally {
            seconds = search.seconds(); // the watcher may still be drawing
            bound.end();
            beside.forEach(Thread::interrupt);
            ThreadTeam.join(beside);
        }
        return new SearchResult(
                graph, cost, method.name(), found, bound.certificate(), search.proved(), seconds, search.evaluations());
    }

    /** Orders that are alike in every round of a loop. */
    private void byRounds(RunningSearch search) {
        StateTemplate template = search.template();
        PeriodicSearch.of(graph, cost).ifPresent(rounds -> {
            rounds.run(template::index, search.threads(), options.seed(), FIRST_LOOK, search::count, search::done)
                    .forEach(order -> search.offer(order, template.start().total(order, search.total())));
        });
    }

    private void watch(RunningSearch search, BoundRaising bound) {
        while (!bound.isOver()) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
            if (!bound.isOver() && search.total() < Long.MAX_VALUE) {
                watcher.accept(new Status(
                        search.best(), bound.lowerBound(), search.evaluations(), search.seconds(), search.progress()));
            }
        }
    }
}
