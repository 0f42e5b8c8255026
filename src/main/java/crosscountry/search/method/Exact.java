package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.GraphException;

/**
 * The optimum: on graphs of scalars by dynamic programming over the sets of eliminated vertices, for at most twenty of
 * them; where the structure of an edge depends on the order before it, by enumerating all orders, pruning those whose
 * beginning already exceeds the best, for at most nine.
 */
record Exact() implements SearchMethod {
    private static final int LARGEST_ORDERED = 9;

    @Override
    public String name() {
        return "exact";
    }

    @Override
    public boolean isExact() {
        return true;
    }

    /** The largest number of eliminable vertices that this method takes on. */
    static int most(StateTemplate template) {
        return template.isMemoryless() ? ExactNeighbourhood.LARGEST : LARGEST_ORDERED;
    }

    @Override
    public void run(RunningSearch search) {
        StateTemplate template = search.template();
        int n = template.size();
        if (n > most(template)) {
            throw new GraphException("the exact method takes at most " + ExactNeighbourhood.LARGEST
                    + " eliminable vertices, and at most " + LARGEST_ORDERED + " where edges are tensors; "
                    + template.graph().name() + " has " + n);
        }
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            order[k] = k;
        }
        if (template.isMemoryless()) {
            long total = ExactNeighbourhood.arrange(template.start(), order);
            search.count(1L << n);
            search.offer(order, total);
            search.prove(total);
        } else {
            search.offer(order, template.start().total(order));
            if (everyOrder(search, template.start(), new int[n])) {
                search.prove(search.total());
            }
        }
    }

    /** False if it was stopped early. */
    private static boolean everyOrder(RunningSearch search, BitsetState game, int[] order) {
        if (game.done()) {
            search.count(1);
            search.offer(order, game.spent());
        }
        boolean whole = true;
        for (int v = 0; v < order.length && whole; v++) {
            if (game.isOpen(v)) {
                order[game.steps()] = v;
                game.eliminate(v);
                whole = game.spent() >= search.total() || !search.done() && everyOrder(search, game, order);
                game.undo();
            }
        }
        return whole;
    }
}
