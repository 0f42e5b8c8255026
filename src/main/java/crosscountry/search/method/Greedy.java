package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import java.util.SplittableRandom;

/** Always the vertex with the smallest score: first with ties to the lowest vertex, then again with ties at random. */
record Greedy(Score score) implements SearchMethod {
    @Override
    public String name() {
        return score.label();
    }

    @Override
    public void run(RunningSearch search) {
        SplittableRandom random = search.random(score.ordinal());
        once(search, null);
        while (!search.done()) {
            once(search, random);
        }
    }

    /** One game by each score, ties to the lowest vertex. */
    static void everyScore(RunningSearch search) {
        for (Score score : Score.values()) {
            new Greedy(score).once(search, null);
        }
    }

    /** One game; where the search has an order, and no time, it ends in the middle. */
    void once(RunningSearch search, SplittableRandom ties) {
        BitsetState game = search.template().start();
        long[] reach = Reach.of(game);
        int[] open = new int[game.size()];
        int[] order = new int[game.size()];
        while (!game.done()
                && game.spent() < search.total()
                && (search.total() == Long.MAX_VALUE || !search.isCutShort())) {
            int count = game.open(open);
            long least = Long.MAX_VALUE;
            int chosen = -1;
            int equal = 0;
            for (int k = 0; k < count; k++) {
                long value = score.of(game, open[k], reach);
                if (value < least) {
                    least = value;
                    chosen = open[k];
                    equal = 1;
                } else if (value == least && ties != null && ties.nextInt(++equal) == 0) {
                    chosen = open[k];
                }
            }
            order[game.steps()] = chosen;
            game.eliminate(chosen);
        }
        search.count(1);
        if (game.done()) {
            search.offer(order, game.spent());
        }
    }
}
