package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Large neighbourhood search: segments of the incumbent are reordered optimally; when no segment improves, vertices are
 * gathered from further apart.
 */
record LargeNeighbourhoodSearch() implements SearchMethod {
    private static final int WIDTH = 9;

    @Override
    public String name() {
        return "lns";
    }

    /** Its former name is {@code windows}. */
    @Override
    public boolean isNamed(String name) {
        return name.equals(name()) || name.equals("windows");
    }

    @Override
    public void run(RunningSearch search) {
        search.onEachThread(thread -> {
            SplittableRandom random = search.random(200 + thread);
            int[] order = search.order();
            long total = search.template().start().total(order);
            while (!search.done() && order.length > 1) {
                if (search.total() < total) {
                    order = search.order();
                    total = search.total();
                }
                int[] next = gathered(order, random);
                long cost = improved(search, next, random.nextInt(Math.max(1, order.length - WIDTH + 1)));
                search.count(1);
                if (cost <= total) {
                    order = next;
                    total = cost;
                    search.offer(order, total);
                }
            }
        });
    }

    /** The order with one random vertex moved, or unchanged. */
    private static int[] gathered(int[] order, SplittableRandom random) {
        int[] next = order.clone();
        if (random.nextBoolean()) {
            OrderMoves moves = new OrderMoves(order.length, random);
            moves.change(order);
            next = moves.changed().clone();
        }
        return next;
    }

    /** Optimizes the neighbourhood that starts at a place and returns the total of the whole order. */
    private static long improved(RunningSearch search, int[] order, int from) {
        BitsetState game = search.template().start();
        for (int k = 0; k < from; k++) {
            game.eliminate(order[k]);
        }
        int[] neighbourhood = Arrays.copyOfRange(order, from, Math.min(order.length, from + WIDTH));
        ExactNeighbourhood.arrange(game, neighbourhood);
        System.arraycopy(neighbourhood, 0, order, from, neighbourhood.length);
        return search.template().rules().combine(game.spent(), game.rest(order, from, Long.MAX_VALUE));
    }
}
