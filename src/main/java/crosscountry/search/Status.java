package crosscountry.search;

import crosscountry.search.method.Best;

/**
 * The progress of a search.
 *
 * @param best the cheapest order so far
 * @param lowerBound no order is cheaper; 0 where nothing is proved
 * @param evaluations evaluations so far
 * @param seconds since the start
 * @param progress share of the budget spent, 0 to 1
 */
public record Status(Best best, long lowerBound, long evaluations, double seconds, double progress) {
    /** Evaluations per second. */
    public double rate() {
        return evaluations / Math.max(seconds, 1e-3);
    }

    /** Seconds until the budget is spent at this pace; a proved optimum ends a search earlier. */
    public double remaining() {
        return progress <= 0 ? Double.POSITIVE_INFINITY : seconds * (1 - progress) / progress;
    }
}
