package crosscountry.search.method;

import java.util.SplittableRandom;

/** Small changes of an order, each within places from..to-1. */
public final class OrderMoves {
    private final SplittableRandom random;
    private final int[] changed;
    private int from;
    private int to;

    public OrderMoves(int size, SplittableRandom random) {
        this.random = random;
        changed = new int[size];
    }

    public int[] changed() {
        return changed;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Draws a change: usually one vertex moves, sometimes a block, sometimes a segment is reversed. */
    public void change(int[] order) {
        int n = order.length;
        int kind = random.nextInt(16);
        int block = kind < 11 ? 1 : Math.min(n - 1, 2 + random.nextInt(Math.max(1, Math.min(12, n / 3))));
        int source = random.nextInt(n - block + 1);
        int target = place(source, n - block + 1);
        if (kind == 15) {
            from = source;
            to = Math.min(n, source + block + 1);
            for (int k = from; k < to; k++) {
                changed[k] = order[to - 1 - (k - from)];
            }
        } else {
            from = Math.min(source, target);
            to = Math.max(source, target) + block;
            System.arraycopy(order, source, changed, target, block);
            if (source < target) {
                System.arraycopy(order, source + block, changed, source, target - source);
            } else {
                System.arraycopy(order, target, changed, target + block, source - target);
            }
        }
        complete(order);
    }

    /**
     * As {@link #change(int[])}, of steps from this place on, which is not the last; only the changed steps are filled
     * in.
     */
    void change(int[] order, int place) {
        int left = order.length - place;
        int kind = random.nextInt(16);
        int block = kind < 11 ? 1 : Math.min(left - 1, 2 + random.nextInt(Math.max(1, Math.min(12, left / 3))));
        int reach = Math.min(left - block, random.nextInt(6) == 0 ? left : 24);
        from = place;
        if (kind == 15) {
            to = Math.min(order.length, place + block + 1);
            for (int k = from; k < to; k++) {
                changed[k] = order[to - 1 - (k - from)];
            }
            return;
        }
        int distance = 1 + random.nextInt(reach);
        to = place + distance + block;
        if (random.nextBoolean()) {
            System.arraycopy(order, place, changed, place + distance, block);
            System.arraycopy(order, place + block, changed, place, distance);
        } else {
            System.arraycopy(order, place + distance, changed, place, block);
            System.arraycopy(order, place, changed, place + block, distance);
        }
    }

    /** Another place; nearby ones more often, since they are cheap to evaluate and rarely do much harm. */
    private int place(int source, int places) {
        if (places < 2) {
            return source;
        }
        int reach = random.nextInt(4) == 0 ? places : Math.max(2, Math.min(places, 24));
        int target = source + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(reach));
        return target < 0 || target >= places ? random.nextInt(places) : target;
    }

    /** Outside from..to-1 nothing changes; only the evaluated part needs to be filled in. */
    private void complete(int[] order) {
        System.arraycopy(order, 0, changed, 0, from);
        System.arraycopy(order, to, changed, to, order.length - to);
    }
}
