package crosscountry.kernel.display.graph;

import java.util.List;

/** A graph with places for everything: what the layout found, what the painter paints. Units are CSS pixels. */
record Drawing(double width, double height, List<Box> boxes, List<Line> lines) {
    /** From one line of a label to the next. */
    static final double LEADING = 15;

    /** What a box stands for; each kind has its own shape. */
    enum Role {
        INPUT,
        INTERMEDIATE,
        OUTPUT
    }

    /** How the elemental partial on an edge is structured; each kind has its own stroke. */
    enum Stroke {
        DENSE,
        DIAGONAL,
        KRONECKER,
        COPY
    }

    /** @param detail shown when the pointer rests on the box; {@code note} is printed beside it, empty for none */
    record Box(
            Role role,
            String family,
            String label,
            String detail,
            String note,
            double x,
            double y,
            double width,
            double height) {}

    record Point(double x, double y) {}

    record Line(Stroke stroke, String detail, List<Point> points) {}
}
