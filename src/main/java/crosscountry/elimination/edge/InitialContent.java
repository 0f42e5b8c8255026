package crosscountry.elimination.edge;

import crosscountry.graph.Expr;
import crosscountry.graph.Operand;
import crosscountry.graph.Tensor;
import crosscountry.graph.Vertex;
import java.util.OptionalDouble;

/** What is known of an elemental partial from the graph alone. */
final class InitialContent {
    private InitialContent() {}

    static Content of(Vertex vertex, int k) {
        if (vertex.primitive().isElementwise()) {
            OptionalDouble value = value(vertex.primitive().partial(vertex.params(), k), vertex);
            return value.isEmpty()
                    ? Content.ELEMENTAL
                    : Math.abs(value.getAsDouble()) == 1 ? Content.UNIT : Content.CONSTANT;
        }
        return switch (vertex.primitive()) {
            case DOT_GENERAL ->
                vertex.operands().get(1 - k) instanceof Operand.Literal ? Content.CONSTANT : Content.ELEMENTAL;
            case REDUCE_MAX, REDUCE_MIN -> Content.ELEMENTAL;
            default -> Content.UNIT; // sums and moves of entries
        };
    }

    /** True for a partial that is nought whatever the inputs are: no edge. */
    static boolean isZero(Vertex vertex, int k) {
        if (!vertex.primitive().isElementwise()) {
            return false;
        }
        OptionalDouble value = value(vertex.primitive().partial(vertex.params(), k), vertex);
        return value.isPresent() && value.getAsDouble() == 0;
    }

    /** The number that a formula has for every input; NaN for a literal of several numbers. */
    private static OptionalDouble value(Expr expr, Vertex vertex) {
        if (expr instanceof Expr.Const constant) {
            return OptionalDouble.of(constant.value());
        }
        if (expr instanceof Expr.Arg arg && vertex.operands().get(arg.index()) instanceof Operand.Literal literal) {
            Tensor tensor = literal.value();
            return OptionalDouble.of(tensor.shape().size() == 1 ? tensor.data()[0] : Double.NaN);
        }
        if (!(expr instanceof Expr.Apply apply)) {
            return OptionalDouble.empty();
        }
        double[] operands = new double[apply.operands().size()];
        for (int k = 0; k < operands.length; k++) {
            OptionalDouble operand = value(apply.operands().get(k), vertex);
            if (operand.isEmpty()) {
                return operand;
            }
            operands[k] = operand.getAsDouble();
        }
        return OptionalDouble.of(apply.primitive().value(apply.params(), operands));
    }
}
