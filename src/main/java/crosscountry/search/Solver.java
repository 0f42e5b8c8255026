package crosscountry.search;

import crosscountry.edge.Rules;
import crosscountry.game.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One search from graph to result: the bound first, then the method, which ends early where it meets the bound.
 *
 * @param stopped asked often, from any thread; true ends the search, which keeps its best
 * @param listener told of each better order
 */
public record Solver(SearchMethod method, Budget budget, long seed, int threads, BooleanSupplier stopped, Consumer<Best> listener) {
    /** Two small flows a vertex: beyond this many vertices they would take longer than a short search. */
    private static final int BOUNDED = 3000;

    public static Solver seconds(double seconds) {
        return new Solver(new Portfolio(), Budget.seconds(seconds), 0, Runtime.getRuntime().availableProcessors(), () -> false, found -> { });
    }

    public SearchResult solve(Graph graph, Rules rules) {
        GameTemplate template = GameTemplate.of(graph, rules);
        Optional<Certificate> certificate = template.size() <= BOUNDED ? CutBound.of(graph, rules) : Optional.empty();
        List<Best> found = new ArrayList<>();
        Search search = new Search(template, budget, seed, threads, certificate.map(Certificate::lowerBound).orElse(0L), stopped, best -> {
            found.add(best);
            listener.accept(best);
        });
        method.run(search);
        search.best();
        return new SearchResult(graph, rules, method.name(), found, certificate, search.seconds(), search.evaluations());
    }
}
