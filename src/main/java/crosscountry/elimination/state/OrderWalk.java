package crosscountry.elimination.state;

/**
 * An order and a position that moves along it step by step and starts over after the last: the cost of the order with a
 * few of the next steps changed is found by playing these from here and undoing them.
 *
 * <p>Counting stops after the changed steps if the position is then the one that the order reaches there. On graphs of
 * scalars it always is, since the same vertices are gone. On typed edges it nearly always is, as 64-bit signatures
 * tell; where they differ, the order is played on until they agree or to its end.
 */
public final class OrderWalk {
    /** Longer rows are taken back one by one instead of copied whole. */
    private static final int MOST_COPIED = 4096;

    private final StateTemplate template;
    private final Engine here;
    /** As {@code here} until a change is played; null where steps are taken back one by one. */
    private final Engine there;

    private final int[] order;
    private final long[] costs;
    /** After each step of the order, and after each of a changed one. */
    private final long[] signatures;

    private final long[] newCosts;
    private final long[] newSignatures;
    private int changedTo;
    private long changedTotal;
    private int place;
    private long total;

    /** @param order indices, each once */
    public OrderWalk(StateTemplate template, int[] order) {
        this.template = template;
        this.order = new int[order.length];
        costs = new long[order.length];
        signatures = new long[order.length];
        newCosts = new long[order.length];
        newSignatures = new long[order.length];
        here = template.startingEngine().signed();
        there = here.adjacency().rows.length <= MOST_COPIED ? here.signed() : null;
        reset(order);
    }

    /** Another order, from its start. */
    public void reset(int[] next) {
        System.arraycopy(next, 0, order, 0, order.length);
        restart();
        total = 0;
        for (int k = 0; k < order.length; k++) {
            costs[k] = here.eliminate(order[k]);
            signatures[k] = here.signature();
            total = template.rules().combine(total, costs[k]);
        }
        restart();
    }

    private void restart() {
        here.copyFrom(template.startingEngine());
        if (there != null) {
            there.copyFrom(template.startingEngine());
        }
        place = 0;
    }

    /** The order; not to be changed. */
    public int[] order() {
        return order;
    }

    public long total() {
        return total;
    }

    /** The step that comes next. */
    public int place() {
        return place;
    }

    /** Advances by one step, or returns to the start where only {@code least} steps are left. */
    public void advance(int least) {
        if (place + 1 + least > order.length) {
            restart();
            return;
        }
        here.eliminate(order[place]);
        here.forget();
        if (there != null) {
            there.eliminate(order[place]);
            there.forget();
        }
        place++;
    }

    /**
     * The total if steps {@link #place}..to-1 were those of {@code next}; above the limit, some number above it. A
     * number not above the limit is exact. Playing ends as soon as the steps so far and the old costs of those that
     * follow are above the limit: on typed edges the latter may be cheaper after the change, so that a total just below
     * the limit is rarely missed.
     */
    public long total(int[] next, int to, long limit) {
        boolean additive = template.rules().isAdditive();
        long before = 0;
        for (int k = 0; k < place && !additive; k++) {
            before = template.rules().combine(before, costs[k]);
        }
        if (additive) {
            before = total;
            for (int k = place; k < to; k++) {
                before -= costs[k];
            }
        }
        changedTotal = additive ? changed(next, to, limit, before) : combined(next, to, limit, before);
        return changedTotal;
    }

    /** @param sum what all other steps cost */
    private long changed(int[] next, int to, long limit, long sum) {
        int k = place;
        while (k < to && sum <= limit) {
            sum += step(k, next[k]);
            k++;
        }
        if (k == to) {
            while (k < order.length && newSignatures[k - 1] != signatures[k - 1]) {
                sum += step(k, order[k]) - costs[k];
                k++;
            }
        }
        back(next, to, k);
        return sum;
    }

    /** @param most what is spent before */
    private long combined(int[] next, int to, long limit, long most) {
        int k = place;
        while (k < order.length && most <= limit && (k < to || newSignatures[k - 1] != signatures[k - 1])) {
            most = template.rules().combine(most, step(k, k < to ? next[k] : order[k]));
            k++;
        }
        back(next, to, k);
        while (k < order.length) {
            most = template.rules().combine(most, costs[k++]);
        }
        return most;
    }

    private long step(int k, int v) {
        Engine engine = there == null ? here : there;
        newCosts[k] = there == null ? engine.eliminateLogged(v) : engine.eliminate(v);
        newSignatures[k] = engine.signature();
        return newCosts[k];
    }

    private void back(int[] next, int to, int end) {
        changedTo = end;
        if (there != null) {
            there.rewind(here);
            return;
        }
        for (int k = end - 1; k >= place; k--) {
            here.undo(k < to ? next[k] : order[k]);
        }
    }

    /** Adopts the change last given to {@link #total(int[], int, long)}, whose total was not above its limit. */
    public void take(int[] next, int to) {
        System.arraycopy(next, place, order, place, to - place);
        System.arraycopy(newCosts, place, costs, place, changedTo - place);
        System.arraycopy(newSignatures, place, signatures, place, changedTo - place);
        total = changedTotal;
    }
}
