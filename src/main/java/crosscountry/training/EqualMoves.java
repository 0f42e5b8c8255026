package crosscountry.training;

import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Positions to learn from along a searched order. Which vertex a searched order happens to take next says little, for
 * many may be taken first at no higher total: the target is shared evenly by all open vertices that can go now, the
 * others after it in their order, without a higher total. The game goes on by one of these at random, so that one order
 * gives many ways to the end.
 */
final class EqualMoves {
    private final GameTemplate template;
    private final FastGame tried;

    EqualMoves(GameTemplate template) {
        this.template = template;
        tried = template.start();
    }

    /** Positions of one game; forced last moves are left out. @param graph its number among the graphs */
    List<Position> positions(int graph, int[] searched, SplittableRandom random) {
        List<Position> positions = new ArrayList<>();
        int[] order = searched.clone();
        FastGame game = template.start();
        long total = game.total(order);
        for (int step = 0; step < order.length - 1; step++) {
            int[] open = new int[game.openCount()];
            game.open(open);
            boolean[] equal = new boolean[order.length];
            int count = 0;
            int chosen = -1;
            for (int place = step; place < order.length; place++) {
                long other = place == step ? total : first(game, order, step, place, total);
                if (other <= total) {
                    equal[order[place]] = true;
                    count++;
                    if (random.nextInt(count) == 0) {
                        chosen = place;
                    }
                    if (other < total) { // better than what was searched: go on along it
                        moveUp(order, step, place);
                        total = other;
                        equal = new boolean[order.length];
                        equal[order[step]] = true;
                        count = 1;
                        chosen = step;
                    }
                }
            }
            float[] policy = new float[open.length];
            for (int k = 0; k < open.length; k++) {
                policy[k] = equal[open[k]] ? 1f / count : 0;
            }
            long cheap = game.markowitzCostToGo();
            int[] moves = new int[step];
            System.arraycopy(order, 0, moves, 0, step);
            long rest = total - game.spent();
            if (cheap > 0 && count < open.length) {
                positions.add(new Position(graph, moves, policy, (float) Math.log(Math.max(rest, 0.5) / cheap)));
            }
            moveUp(order, step, chosen);
            game.eliminate(order[step]);
        }
        return positions;
    }

    /** The total of the order in which the vertex at {@code place} goes first, or more than the limit. */
    private long first(FastGame game, int[] order, int step, int place, long limit) {
        tried.copyFrom(game);
        tried.eliminate(order[place]);
        for (int k = step; k < order.length && tried.spent() <= limit; k++) {
            if (k != place) {
                tried.eliminate(order[k]);
            }
        }
        return tried.spent();
    }

    private static void moveUp(int[] order, int to, int from) {
        int v = order[from];
        System.arraycopy(order, to, order, to + 1, from - to);
        order[to] = v;
    }
}
