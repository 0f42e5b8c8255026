package crosscountry.kernel.display.search;

import crosscountry.search.method.Best;
import java.util.ArrayList;
import java.util.List;

/** The best cost so far as a descending step line that ends with the search. */
public record Stairs(List<Double> seconds, List<Double> totals) {
    public static Stairs of(List<Best> found, double end) {
        List<Double> seconds = new ArrayList<>();
        List<Double> totals = new ArrayList<>();
        for (Best best : found) {
            if (!totals.isEmpty()) {
                seconds.add(best.seconds());
                totals.add(totals.get(totals.size() - 1));
            }
            seconds.add(best.seconds());
            totals.add((double) best.total());
        }
        seconds.add(Math.max(end, seconds.get(seconds.size() - 1)));
        totals.add(totals.get(totals.size() - 1));
        return new Stairs(seconds, totals);
    }
}
