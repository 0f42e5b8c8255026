package crosscountry.elimination;

import crosscountry.elimination.edge.Edge;

/**
 * How the published minimal-Markowitz heuristic weighs an edge (game.md, section 7); beyond two axes, which it does not
 * know, by the extents that are tied to nothing.
 */
public final class MarkowitzWeight {
    private MarkowitzWeight() {}

    /** Weight of an out-edge. */
    public static long in(Edge edge) {
        if (edge.ties().isPresent()) {
            return edge.ties().get().primalWeight();
        }
        return edge.type().code() == 1 ? (long) edge.p1() * edge.p2() : tied(edge);
    }

    /** Weight of an in-edge. */
    public static long out(Edge edge) {
        if (edge.ties().isPresent()) {
            return edge.ties().get().outWeight();
        }
        return edge.type().code() == 1 ? (long) edge.o1() * edge.o2() : tied(edge);
    }

    private static long tied(Edge edge) {
        return switch (edge.type().code()) {
            case 6, 7, 8 -> 1;
            case 3, 4, 0, -1 -> edge.o1();
            default -> edge.o2();
        };
    }
}
