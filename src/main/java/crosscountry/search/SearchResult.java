package crosscountry.search;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.search.bound.Certificate;
import crosscountry.search.method.Best;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of a search.
 *
 * @param found the incumbents in the order in which they were found; the last is the best
 * @param certificate why nothing is cheaper than its bound; empty where no bound is known
 * @param proved a lower bound that the method proved by exhaustive search; 0 for none
 */
public record SearchResult(
        Graph graph,
        CostModel rules,
        String method,
        List<Best> found,
        Optional<Certificate> certificate,
        long proved,
        double seconds,
        long evaluations) {
    public SearchResult {
        found = List.copyOf(found);
    }

    public Best best() {
        return found.get(found.size() - 1);
    }

    public Order order() {
        return best().order();
    }

    public long total() {
        return best().total();
    }

    /** No order is cheaper than this; 0 where nothing better is proved. */
    public long lowerBound() {
        return Math.max(proved, certificate.map(Certificate::lowerBound).orElse(0L));
    }

    /** True if the bound proves the order optimal. */
    public boolean optimal() {
        return total() == lowerBound();
    }

    @Override
    public String toString() {
        return graph.name() + ": " + total() + " " + rules.unit() + " (" + rules.label() + ") by " + method + ", "
                + (optimal() ? "optimal" : lowerBound() > 0 ? "no order is below " + lowerBound() : "no bound is known")
                + String.format(
                        Locale.ROOT,
                        "; found after %.2f s, %d orders tried in %.1f s",
                        best().seconds(),
                        evaluations,
                        seconds);
    }
}
