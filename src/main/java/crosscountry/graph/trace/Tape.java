package crosscountry.graph.trace;

import crosscountry.graph.Condition;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down the operations in program order; operations on constants alone fold and leave no vertex. */
final class Tape {
    private final double[] point;
    final List<Input> inputs = new ArrayList<>();
    final List<Vertex> vertices = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();

    /** A tape along the branches taken at {@code point}, or null to refuse branches on symbolic values. */
    Tape(double[] point) {
        this.point = point;
    }

    boolean hasPoint() {
        return point != null;
    }

    Symbol input(String name) {
        int id = inputs.size() + 1;
        inputs.add(new Input(id, name, Shape.SCALAR));
        boolean given = point != null && id <= point.length;
        return new Symbol(id, given ? point[id - 1] : Double.NaN);
    }

    Object apply(Source source, Primitive primitive, Params params, Object... operands) {
        double[] numbers = new double[operands.length];
        boolean symbolic = false;
        List<Operand> read = new ArrayList<>();
        for (int k = 0; k < operands.length; k++) {
            symbolic |= operands[k] instanceof Symbol;
            numbers[k] = number(operands[k]);
            read.add(operand(operands[k]));
        }
        double value = primitive.value(params, numbers);
        if (!symbolic) {
            return value;
        }
        int number = vertices.size() + 1;
        int id = inputs.size() + number;
        vertices.add(new Vertex(number, id, primitive, params, read, Shape.SCALAR, Optional.of(source)));
        return new Symbol(id, value);
    }

    Object apply(Source source, Primitive primitive, Object... operands) {
        return apply(source, primitive, Params.NONE, operands);
    }

    static double number(Object value) {
        return value instanceof Symbol symbol ? symbol.value() : ((Number) value).doubleValue();
    }

    static Operand operand(Object value) {
        return value instanceof Symbol symbol ? symbol.operand() : Operand.Literal.of(((Number) value).doubleValue());
    }
}
