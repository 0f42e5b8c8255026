package crosscountry.search;

import crosscountry.edge.Rules;
import crosscountry.game.FastGame;
import crosscountry.game.GameTemplate;

/**
 * An order with its positions at every few steps, so that a changed order is counted from the last position before the
 * change. On scalar graphs a position depends only on which vertices are gone: there, only the changed part is counted.
 */
final class Checkpoints {
    /** A position of a scalar graph is a few kilobytes; one with typed edges may be a hundred, and copying it costs more than playing on. */
    private static final int SCALAR_STEPS = 6;
    private static final int TYPED_POSITIONS = 5;

    private final int every;
    private final FastGame[] saved;
    private final long[] before;
    private final boolean scalar;
    private final Rules rules;
    private final int[] order;
    private long total;

    Checkpoints(GameTemplate template, int[] order) {
        this.order = order.clone();
        rules = template.rules();
        scalar = template.isMemoryless() && rules.isAdditive();
        every = scalar ? SCALAR_STEPS : Math.max(SCALAR_STEPS, order.length / TYPED_POSITIONS);
        saved = new FastGame[(order.length + every - 1) / every];
        for (int k = 0; k < saved.length; k++) {
            saved[k] = template.start();
        }
        before = new long[order.length + 1];
        replay(0, order.length);
    }

    int[] order() {
        return order;
    }

    long total() {
        return total;
    }

    /** Sets another order from the start. */
    void reset(int[] next) {
        System.arraycopy(next, 0, order, 0, order.length);
        replay(0, order.length);
    }

    /**
     * The total of {@code next}, which differs from this order at places from..to-1 only; above the limit, some number
     * above it.
     */
    long total(int[] next, int from, int to, long limit) {
        int place = from / every;
        FastGame position = saved[place];
        int start = place * every;
        if (scalar) {
            long rest = before[order.length] - before[to];
            return before[start] + position.part(next, start, to, limit - before[start] - rest) + rest;
        }
        long room = rules.isAdditive() ? limit - before[start] : limit;
        return rules.combine(before[start], position.part(next, start, next.length, room));
    }

    /** Takes {@code next}, which differs at places from..to-1 only. */
    void take(int[] next, int from, int to) {
        System.arraycopy(next, from, order, from, to - from);
        replay(from / every, scalar ? to : order.length);
    }

    /** Plays from a saved position on, saving and counting; behind {@code to} positions are as they were, costs move on. */
    private void replay(int place, int to) {
        long behind = before[to];
        int start = place * every;
        if (place < saved.length) {
            FastGame game = saved[place].copy();
            for (int k = start; k < to; k++) {
                if (k % every == 0 && k > start) {
                    saved[k / every].copyFrom(game);
                }
                before[k + 1] = rules.combine(before[k], game.eliminate(order[k]));
            }
            if (to < order.length && to % every == 0) {
                saved[to / every].copyFrom(game);
            }
        }
        for (int k = to + 1; scalar && k <= order.length; k++) {
            before[k] += before[to] - behind;
        }
        total = before[order.length];
    }
}
