package crosscountry.search.agent;

import crosscountry.game.FastGame;

/** Plays on by the smallest published Markowitz degree, ties to the lowest vertex: an exact value of a cheap policy. */
final class Completion {
    private Completion() {}

    /** Plays the scratch game to its end from this position; returns what was played. */
    static int[] markowitz(FastGame position, FastGame scratch) {
        scratch.copyFrom(position);
        int[] rest = new int[position.openCount()];
        for (int k = 0; k < rest.length; k++) {
            int chosen = -1;
            long least = Long.MAX_VALUE;
            for (int w = 0; w < scratch.openWords(); w++) {
                for (long bits = scratch.openWord(w); bits != 0; bits &= bits - 1) {
                    int v = (w << 6) + Long.numberOfTrailingZeros(bits);
                    long degree = scratch.markowitzDegree(v);
                    if (degree < least) {
                        least = degree;
                        chosen = v;
                    }
                }
            }
            rest[k] = chosen;
            scratch.eliminate(chosen);
        }
        return rest;
    }
}
