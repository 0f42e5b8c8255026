package crosscountry.trace;

import crosscountry.graph.Condition;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.Shape;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Records the operations in program order, with their numbers at the traced point, and the decisions that the program
 * took by such numbers. Operations on constants alone fold and leave no vertex.
 */
final class Tape {
    static final int MOST_VERTICES = 2_000_000;

    private final double[] point;
    final List<Input> inputs = new ArrayList<>();
    final List<Vertex> vertices = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    private final Set<List<Object>> decided = new HashSet<>();
    private boolean rounded;
    private boolean prints;

    /** @param point one number for each input; null for numbers of the tape's own */
    Tape(double[] point) {
        this.point = point;
    }

    Symbol input(String name) {
        int id = inputs.size() + 1;
        inputs.add(new Input(id, name, Shape.SCALAR));
        return new Symbol(id, point != null && id <= point.length ? point[id - 1] : ownNumber(id));
    }

    /** Between 0.6 and 1.3, all different: most functions are defined there, and no two inputs are confused. */
    static double ownNumber(int id) {
        double golden = id * 0.6180339887498949;
        return 0.6 + 0.7 * (golden - Math.floor(golden));
    }

    /** The numbers of all inputs at the traced point. */
    double[] numbers() {
        double[] numbers = new double[inputs.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = point != null ? point[k] : ownNumber(k + 1);
        }
        return numbers;
    }

    Object apply(Source source, Primitive primitive, Params params, Object... operands) {
        boolean binary = operands.length > 1;
        double value = primitive.value(params, number(operands[0]), binary ? number(operands[1]) : 0);
        if (!(operands[0] instanceof Symbol) && !(binary && operands[1] instanceof Symbol)) {
            return value;
        }
        if (vertices.size() >= MOST_VERTICES) {
            throw new Values.Refusal(
                    "more than " + MOST_VERTICES + " operations; loops are unrolled, so they must be short");
        }
        int number = vertices.size() + 1;
        int id = inputs.size() + number;
        List<Operand> read =
                binary ? List.of(operand(operands[0]), operand(operands[1])) : List.of(operand(operands[0]));
        vertices.add(new Vertex(number, id, primitive, params, read, Shape.SCALAR, Optional.of(source)));
        return new Symbol(id, value);
    }

    Object apply(Source source, Primitive primitive, Object... operands) {
        return apply(source, primitive, Params.NONE, operands);
    }

    /** Records a decision by this relation, which holds at the traced point. */
    void decide(Object a, Relation relation, Object b, Source source) {
        Operand left = operand(a);
        Operand right = operand(b);
        if ((a instanceof Symbol || b instanceof Symbol) && decided.add(List.of(left, relation, right))) {
            conditions.add(new Condition(left, relation, right, source));
        }
    }

    /** Decides whether {@code yes} holds; {@code no} is its opposite. */
    boolean holds(Object a, Relation yes, Relation no, Object b, Source source) {
        boolean holds = yes.holds(number(a), number(b));
        decide(a, holds ? yes : no, b, source);
        return holds;
    }

    /** From here on, values may differ from the method's in the last digits. */
    void round() {
        rounded = true;
    }

    boolean isRounded() {
        return rounded;
    }

    /** The method prints. */
    void print() {
        prints = true;
    }

    boolean hasPrinted() {
        return prints;
    }

    static double number(Object value) {
        return value instanceof Symbol symbol ? symbol.value() : ((Number) value).doubleValue();
    }

    static Operand operand(Object value) {
        return value instanceof Symbol symbol ? symbol.operand() : Operand.Literal.of(((Number) value).doubleValue());
    }
}
