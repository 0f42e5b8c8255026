package crosscountry.jacobian;

import crosscountry.graph.Graph;

/** A path that a point has taken, with the guard that tells whether another point takes it too. */
final class KnownPath {
    /** The graph as the function's origin gave it; it identifies the path. */
    private final Graph met;

    private final Graph graph;
    private final Guard guard;
    /** When it was last used, in the time of {@link Paths}; a lost write only makes it look older. */
    private long used;

    KnownPath(Graph met, Graph graph, Guard guard, long now) {
        this.met = met;
        this.graph = graph;
        this.guard = guard;
        used = now;
    }

    boolean is(Graph other) {
        return met == other;
    }

    Graph met() {
        return met;
    }

    Graph graph() {
        return graph;
    }

    Guard guard() {
        return guard;
    }

    long used() {
        return used;
    }

    void use(long now) {
        if (used != now) { // threads that share a path do not contend for its cache line
            used = now;
        }
    }
}
