package crosscountry.training;

/**
 * One row of a run's metrics.
 *
 * @param seconds the run has worked so far, over all its starts
 * @param graph the name of the graph that was played
 * @param best the cheapest order of that graph so far
 * @param mean cost of the iteration's search games
 * @param evaluation cost of the latest game without noise, by the network's policy alone; 0 before the first
 */
public record Iteration(
        long iteration,
        double seconds,
        String graph,
        long best,
        double mean,
        long evaluation,
        Counts counts,
        Learned learned) {
    /**
     * What the run has done so far.
     *
     * @param rollouts games of rollout policies
     * @param games search games
     * @param moves of search games
     * @param simulations of searches
     * @param samples learned from
     */
    public record Counts(long rollouts, long games, long moves, long simulations, long samples) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    rollouts + other.rollouts,
                    games + other.games,
                    moves + other.moves,
                    simulations + other.simulations,
                    samples + other.samples);
        }
    }

    /**
     * Means over the iteration's training steps; NaN where none was made.
     *
     * @param policyLoss cross-entropy, in nats
     * @param valueLoss squared error of the log ratio
     * @param entropy of the network's policy, in nats
     * @param rate of the next step
     * @param gradient its norm before clipping
     */
    public record Learned(double policyLoss, double valueLoss, double entropy, double rate, double gradient) {}
}
