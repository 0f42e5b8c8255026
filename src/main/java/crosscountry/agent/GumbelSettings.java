package crosscountry.agent;

import crosscountry.graph.GraphException;

/**
 * How a {@link GumbelSearch} searches (Danihelka et al. 2022, "Policy improvement by planning with Gumbel").
 *
 * @param simulations before each move
 * @param considered how many actions the root starts with; halved again and again
 * @param visitOffset c_visit: sigma(q) = (c_visit + most visits) c_scale q, q between 0 and 1
 * @param scale c_scale
 * @param noise the factor of the Gumbel numbers: 1 in self-play, 0 for games without chance
 * @param backup what a position is worth after several simulations went through it
 */
public record GumbelSettings(
        int simulations, int considered, double visitOffset, double scale, double noise, Backup backup) {
    private static final double PLAYED_OUT_SCALE = 1;

    /** How the returns of simulations become the value of a position. */
    public enum Backup {
        /** Their mean, as in the paper: right where values are estimates. */
        MEAN,
        /** The cheapest: right where each is the cost of an order that was really played. */
        LEAST
    }

    public GumbelSettings {
        if (simulations < 1 || considered < 1) {
            throw new GraphException("a tree search needs at least 1 simulation and 1 considered vertex, not "
                    + simulations + " and " + considered);
        }
    }

    /** The paper's settings for self-play. */
    public static GumbelSettings selfPlay(int simulations) {
        return new GumbelSettings(simulations, 16, 50, 0.1, 1, Backup.MEAN);
    }

    /** The same without chance. */
    public static GumbelSettings evaluation(int simulations) {
        return selfPlay(simulations).withNoise(0);
    }

    public GumbelSettings withNoise(double other) {
        return new GumbelSettings(simulations, considered, visitOffset, scale, other, backup);
    }

    public GumbelSettings withSimulations(int other) {
        return new GumbelSettings(other, considered, visitOffset, scale, noise, backup);
    }

    /**
     * For evaluators whose values are costs of orders that were really played: the cheapest counts, and values weigh
     * more.
     */
    public GumbelSettings playedOut() {
        return new GumbelSettings(simulations, considered, visitOffset, PLAYED_OUT_SCALE, noise, Backup.LEAST);
    }
}
