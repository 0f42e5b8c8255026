package crosscountry.kernel.display.graph;

import crosscountry.kernel.display.graph.Drawing.Role;
import crosscountry.kernel.display.graph.Drawing.Stroke;
import java.util.List;

/** What a layout is to place: boxes in an order in which every join leads on, and joins between them. */
record Sketch(List<Node> nodes, List<Join> joins) {
    /** @param label several lines where it has line ends; @param note printed beside the box, empty for none */
    record Node(Role role, String family, String label, String detail, String note) {}

    /** @param from and {@code to} are places in the list of nodes */
    record Join(int from, int to, Stroke stroke, String detail) {}
}
