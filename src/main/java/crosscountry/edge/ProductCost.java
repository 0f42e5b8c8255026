package crosscountry.edge;

/** Multiplications of a product of two edges by the third rule of game.md, section 3. */
final class ProductCost {
    /** Axes in order of preference for the extent of their class: target 0, 1; source 2, 3; eliminated vertex 4, 5. */
    private static final int TARGET = 0;

    private static final int SOURCE = 2;
    private static final int VERTEX = 4;

    private ProductCost() {}

    static long of(Edge in, Edge out) {
        if (in.ties().isPresent()) {
            return in.ties().get().cost(out.ties().orElseThrow());
        }
        if (!in.type().carriesValue() || !out.type().carriesValue()) {
            return 0;
        }
        int[] classOf = {0, 1, 2, 3, 4, 5};
        boolean[] stored = new boolean[6];
        join(classOf, stored, in.type(), VERTEX, SOURCE);
        join(classOf, stored, out.type(), TARGET, VERTEX);
        int[] extent = {out.o1(), out.o2(), in.p1(), in.p2(), out.p1(), out.p2()};
        long cost = 1;
        for (int representative = 0; representative < 6; representative++) {
            boolean counts = false;
            int first = -1;
            for (int axis = 0; axis < 6; axis++) {
                if (classOf[axis] == representative) {
                    first = first < 0 ? axis : first;
                    counts |= stored[axis];
                }
            }
            cost *= counts ? extent[first] : 1;
        }
        return cost;
    }

    private static void join(int[] classOf, boolean[] stored, EdgeType type, int out, int primal) {
        boolean[] bound = new boolean[2];
        for (int axis = 0; axis < 2; axis++) {
            Tie tie = type.tie(axis + 1);
            stored[out + axis] |= tie.isStored();
            if (tie.isTied()) {
                int other = primal + tie.axis() - 1;
                bound[tie.axis() - 1] = true;
                stored[other] |= tie.isStored();
                merge(classOf, classOf[out + axis], classOf[other]);
            }
        }
        for (int axis = 0; axis < 2; axis++) {
            stored[primal + axis] |= !bound[axis];
        }
    }

    private static void merge(int[] classOf, int one, int other) {
        for (int axis = 0; axis < classOf.length; axis++) {
            if (classOf[axis] == other) {
                classOf[axis] = one;
            }
        }
    }
}
