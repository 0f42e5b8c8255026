package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;

/** How a greedy method rates an open vertex; the smallest rating is eliminated first. */
enum Score {
    /** The published Markowitz degree. */
    MARKOWITZ("markowitz") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return game.markowitzDegree(v);
        }
    },
    /** The cost of the step. */
    COST("cheapest") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return game.cost(v);
        }
    },
    /** The degree less the inputs that reach the vertex times the outputs that it reaches (Naumann 1999). */
    RELATIVE("relative-markowitz") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return game.markowitzDegree(v) - reach[v];
        }
    },
    /** The fewest new edges; ties by the degree. */
    FILL("minimal-fill") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return (long) game.fillIn(v) << 32 | Math.min(Integer.MAX_VALUE, game.markowitzDegree(v));
        }
    },
    /** Lowest degree, ties by the smallest growth of the neighbours' degrees (Naumann 1999). */
    DAMAGE("minimal-damage") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return game.markowitzDegree(v) * (1L << 24) + game.damage(v);
        }
    },
    /** The largest fall, or smallest growth, of the sum of all degrees (Naumann 1999). */
    REDUCTION("overall-reduction") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return game.damage(v) - game.markowitzDegree(v);
        }
    },
    /** Vertices with one successor first, from the end of the program; then by the degree (Forth et al., ELIAD). */
    ELIAD("eliad") {
        @Override
        long of(BitsetState game, int v, long[] reach) {
            return game.outDegree(v) <= 1 ? -v - 1 : game.markowitzDegree(v);
        }
    };

    private final String label;

    Score(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** @param reach {@link Reach} of the whole graph */
    abstract long of(BitsetState game, int v, long[] reach);
}
