package crosscountry.trace.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A statement or a few that belong together.
 *
 * @param members what the class needs for it: helper methods, nested classes, static fields
 * @param standIn declares what the statements declare, for when they are left out
 */
record Node(List<Part> members, List<Part> body, String standIn) {
    String text() {
        return Part.join(body);
    }

    /** The members of this and of every statement inside. */
    void collect(StringBuilder into) {
        into.append(Part.join(members));
        body.forEach(part -> {
            if (part instanceof Part.Block block) {
                block.nodes().forEach(node -> node.collect(into));
            }
        });
    }

    /** Every list that is one step smaller: a statement left out, replaced by what it holds, or smaller itself. */
    static Stream<List<Node>> smaller(List<Node> nodes) {
        Stream<List<Node>> without = each(nodes)
                .filter(i -> !nodes.get(i).isStandIn())
                .map(i -> replaced(nodes, i, nodes.get(i).without()));
        Stream<List<Node>> opened = each(nodes)
                .flatMap(i -> nodes.get(i).body.stream()
                        .filter(Part.Block.class::isInstance)
                        .map(block -> replaced(nodes, i, ((Part.Block) block).nodes())));
        Stream<List<Node>> inside =
                each(nodes).flatMap(i -> nodes.get(i).smaller().map(less -> replaced(nodes, i, List.of(less))));
        return Stream.concat(without, Stream.concat(opened, inside));
    }

    private static Stream<Integer> each(List<Node> nodes) {
        return Stream.iterate(0, i -> i < nodes.size(), i -> i + 1);
    }

    private boolean isStandIn() {
        return members.isEmpty() && text().equals(standIn);
    }

    private List<Node> without() {
        return standIn.isEmpty() ? List.of() : List.of(new Node(List.of(), List.of(new Part.Text(standIn)), standIn));
    }

    private Stream<Node> smaller() {
        return Stream.concat(
                Part.smaller(body).map(less -> new Node(members, less, standIn)),
                Part.smaller(members).map(less -> new Node(less, body, standIn)));
    }

    private static List<Node> replaced(List<Node> nodes, int index, List<Node> by) {
        List<Node> copy = new ArrayList<>(nodes);
        copy.remove(index);
        copy.addAll(index, by);
        return copy;
    }
}
