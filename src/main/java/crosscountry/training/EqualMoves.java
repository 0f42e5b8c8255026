package crosscountry.training;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Positions to learn from along a searched order. Which vertex a searched order happens to eliminate next says little,
 * since many others could come first at no higher total: the target is uniform over all open vertices that can be moved
 * to the front without raising the total. The game continues with a random one of them, so one order yields many games.
 */
final class EqualMoves {
    private final StateTemplate template;
    private final BitsetState tried;

    EqualMoves(StateTemplate template) {
        this.template = template;
        tried = template.start();
    }

    /** Positions of one game; forced last moves are left out. @param graph its number among the graphs */
    List<Position> positions(int graph, int[] searched, SplittableRandom random) {
        List<Position> positions = new ArrayList<>();
        int[] order = searched.clone();
        BitsetState game = template.start();
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
                    if (other < total) { // better than the searched order: continue along it
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
    private long first(BitsetState game, int[] order, int step, int place, long limit) {
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
