package crosscountry.elimination.edge;

import crosscountry.graph.GraphException;
import crosscountry.graph.Shape;

/** A shape as the paper's pair: size 1 is (1,1), rank 1 is (n,1), rank 2 is (n,m). */
record Extents(int first, int second) {
    static Extents of(Shape shape) {
        if (shape.size() == 1) {
            return new Extents(1, 1);
        }
        return switch (shape.rank()) {
            case 1 -> new Extents(shape.extent(0), 1);
            case 2 -> new Extents(shape.extent(0), shape.extent(1));
            default -> throw new GraphException("the game knows values of rank 0 to 2, not a value of shape " + shape);
        };
    }

    boolean isOne() {
        return first == 1 && second == 1;
    }

    boolean isColumn() {
        return first > 1 && second == 1;
    }

    boolean isRow() {
        return first == 1 && second > 1;
    }
}
