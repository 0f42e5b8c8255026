package crosscountry.elimination.state;

/** Plays orders from a position and returns to it: the position itself stays as it is, and nothing is copied. */
final class TrialEvaluation {
    private final StateTemplate template;
    private final Engine base;
    private final long[] baseOpen;
    private final Engine engine;
    private final long[] open;
    private int version;

    /** On the position of {@code base}; {@code version} names that position among those that base goes through. */
    TrialEvaluation(StateTemplate template, Engine base, long[] baseOpen, int version) {
        this.template = template;
        this.base = base;
        this.baseOpen = baseOpen;
        this.version = version;
        engine = base.copy();
        open = new long[baseOpen.length];
    }

    int version() {
        return version;
    }

    /** Follows the base to the position where it is now. */
    TrialEvaluation moveTo(int newVersion) {
        engine.copyFrom(base);
        version = newVersion;
        return this;
    }

    /** The cost of {@code order[from..to-1]}, or of as much of it as exceeds the limit. */
    long play(int[] order, int from, int to, long limit) {
        System.arraycopy(baseOpen, 0, open, 0, open.length);
        long sum = 0;
        try {
            for (int k = from; k < to && sum <= limit; k++) {
                int index = order[k];
                if (index < 0 || index >= template.size() || (open[index >> 6] >>> index & 1) == 0) {
                    throw template.illegal(open, index);
                }
                open[index >> 6] &= ~(1L << index);
                sum = template.rules().combine(sum, engine.eliminate(index));
            }
        } finally {
            engine.rewind(base);
        }
        return sum;
    }
}
