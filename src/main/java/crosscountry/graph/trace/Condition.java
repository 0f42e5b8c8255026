package crosscountry.graph.trace;

import crosscountry.graph.Operand;
import crosscountry.graph.Source;

/** What held at the traced point where the code branched: the graph is valid as long as it holds. */
public record Condition(Operand left, String relation, Operand right, Source source) {
    @Override
    public String toString() {
        return show(left) + " " + relation + " " + show(right) + " at " + source;
    }

    private static String show(Operand operand) {
        return operand instanceof Operand.Ref ref
                ? "value " + ref.id()
                : ((Operand.Literal) operand).value().toString();
    }
}
