package crosscountry.search;

import crosscountry.graph.GraphException;

/** Dynamic programming over the sets of eliminated vertices: the optimum, for graphs of at most twenty eliminable vertices. */
public record Exact() implements SearchMethod {
    @Override
    public String name() {
        return "exact";
    }

    @Override
    public void run(Search search) {
        int n = search.template().size();
        if (!search.template().isMemoryless()) {
            throw new GraphException("the exact method needs a graph of scalars: the structure of a tensor edge depends on the order before it");
        }
        if (n > Window.LARGEST) {
            throw new GraphException("the exact method takes at most " + Window.LARGEST + " eliminable vertices; "
                    + search.template().graph().name() + " has " + n);
        }
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            order[k] = k;
        }
        long total = Window.arrange(search.template().start(), order);
        search.count(1L << n);
        search.offer(order, total);
        search.prove(total);
    }
}
