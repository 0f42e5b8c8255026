package crosscountry.training;

/**
 * One row of a run's metrics.
 *
 * @param seconds the run has worked so far, over all its starts
 * @param graph the name of the graph that was played
 * @param best the cheapest order of that graph so far
 * @param mean cost of the iteration's search games
 * @param evaluation cost of the latest game without noise, by the network's policy alone; 0 before the first
 * @param rollouts games of rollout policies so far
 * @param games search games so far
 * @param moves of search games so far
 * @param simulations of searches so far
 * @param samples learned from so far
 * @param policyLoss mean cross-entropy of the iteration's steps, in nats; NaN where none was made, as the next ones
 * @param valueLoss mean squared error of the log ratio
 * @param entropy of the network's policy, in nats
 * @param rate of learning
 * @param gradient its norm before clipping
 */
public record Iteration(
        long iteration,
        double seconds,
        String graph,
        long best,
        double mean,
        long evaluation,
        long rollouts,
        long games,
        long moves,
        long simulations,
        long samples,
        double policyLoss,
        double valueLoss,
        double entropy,
        double rate,
        double gradient) {}
