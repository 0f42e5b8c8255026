package crosscountry.graph;

import java.util.Optional;

/**
 * A decision that a function takes by its numbers. A graph is that of the function at every point where all its
 * conditions hold.
 *
 * @param left a scalar value of the graph, or a literal
 * @param source where the function decided, if known
 */
public record Condition(Operand left, Relation relation, Operand right, Optional<Source> source) {
    public Condition(Operand left, Relation relation, Operand right, Source source) {
        this(left, relation, right, Optional.of(source));
    }

    /** The same decision with other operands, for graphs that number values differently. */
    public Condition with(Operand newLeft, Operand newRight) {
        return new Condition(newLeft, relation, newRight, source);
    }

    /** For a reader: inputs by name, other values by number. */
    public String text(Graph graph) {
        boolean ofNaN =
                left.equals(right) && (relation == Relation.EQ || relation == Relation.NE); // how Java tests for NaN
        return (ofNaN
                        ? text(graph, left) + (relation == Relation.EQ ? " is a number" : " is NaN")
                        : relation.text(text(graph, left), text(graph, right)))
                + source.map(s -> " at " + s).orElse("");
    }

    private static String text(Graph graph, Operand operand) {
        if (operand instanceof Operand.Ref ref) {
            return graph.isInput(ref.id())
                    ? graph.inputs().get(ref.id() - 1).name()
                    : "v" + (ref.id() - graph.inputs().size());
        }
        double value = ((Operand.Literal) operand).value().data()[0];
        return String.valueOf(value).replaceFirst("\\.0$", "");
    }
}
