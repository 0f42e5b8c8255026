package crosscountry.tuning;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import java.util.List;
import java.util.Locale;

/**
 * The result of a search for a fast order.
 *
 * @param finalists the orders measured together at the end, fastest first; the control is reverse mode
 * @param measured orders that were compiled and timed
 * @param guessed orders whose time was guessed from their program
 */
public record RuntimeResult(Graph graph, List<Finalist> finalists, int measured, long guessed, double seconds) {
    /** @param name where the order comes from */
    public record Finalist(String name, Order order, Timing timing) {}

    public RuntimeResult {
        finalists = List.copyOf(finalists);
    }

    public Finalist best() {
        return finalists.get(0);
    }

    public Order order() {
        return best().order();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: %s, reverse mode%n%d orders measured, %d guessed in %.1f s",
                graph.name(),
                best().timing(),
                measured,
                guessed,
                seconds));
        finalists.forEach(finalist -> text.append(String.format("%n  %-16s %s", finalist.name(), finalist.timing())));
        return text.toString();
    }
}
