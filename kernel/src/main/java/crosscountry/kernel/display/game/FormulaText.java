package crosscountry.kernel.display.game;

import crosscountry.graph.Expr;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Formulas as people write them: {@code cos(v1)}, {@code 1/v2}, {@code v1^2}. */
final class FormulaText {
    private static final int ATOM = 3;

    private record Text(String text, int binding) {
        String within(int outer) {
            return binding < outer ? "(" + text + ")" : text;
        }
    }

    private FormulaText() {}

    static String name(Graph graph, int id) {
        return graph.isInput(id)
                ? graph.inputs().get(id - 1).name()
                : "v" + (id - graph.inputs().size());
    }

    /** A vertex as an assignment. */
    static String line(Graph graph, Vertex vertex) {
        List<Text> operands = vertex.operands().stream()
                .map(operand -> operand(graph, operand))
                .toList();
        return "v" + vertex.number() + " = "
                + apply(vertex.primitive(), vertex.params(), operands).text();
    }

    /** The elemental partial of an elementwise vertex by its operand number {@code k}. */
    static String partial(Graph graph, Vertex vertex, int k) {
        return of(vertex.primitive().partial(vertex.params(), k), graph, vertex).text();
    }

    private static Text of(Expr expr, Graph graph, Vertex vertex) {
        if (expr instanceof Expr.Const constant) {
            return number(constant.value());
        }
        if (expr instanceof Expr.Arg arg) {
            return operand(graph, vertex.operands().get(arg.index()));
        }
        if (expr instanceof Expr.Result) {
            return new Text("v" + vertex.number(), ATOM);
        }
        Expr.Apply apply = (Expr.Apply) expr;
        return apply(
                apply.primitive(),
                apply.params(),
                apply.operands().stream()
                        .map(operand -> of(operand, graph, vertex))
                        .toList());
    }

    private static Text operand(Graph graph, Operand operand) {
        if (operand instanceof Operand.Ref ref) {
            return new Text(name(graph, ref.id()), ATOM);
        }
        Operand.Literal literal = (Operand.Literal) operand;
        return literal.value().shape().size() == 1
                ? number(literal.value().data()[0])
                : new Text("constant" + literal.value().shape(), ATOM);
    }

    private static Text number(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
        return new Text(text, value < 0 ? 1 : ATOM);
    }

    private static Text apply(Primitive primitive, Params params, List<Text> x) {
        return switch (primitive) {
            case ADD -> new Text(x.get(0).within(0) + " + " + x.get(1).within(1), 0);
            case SUB -> new Text(x.get(0).within(0) + " - " + x.get(1).within(1), 0);
            case MUL -> new Text(x.get(0).within(1) + " * " + x.get(1).within(2), 1);
            case DIV -> new Text(x.get(0).within(1) + "/" + x.get(1).within(2), 1);
            case NEG -> new Text("-" + x.get(0).within(1), 1);
            case INTEGER_POW -> new Text(x.get(0).within(ATOM) + "^" + ((Params.IntegerPow) params).y(), 2);
            case SQUARE -> new Text(x.get(0).within(ATOM) + "^2", 2);
            case REM -> new Text(x.get(0).within(1) + " % " + x.get(1).within(2), 1);
            case TANH_SLOPE -> new Text("1 - " + x.get(1).within(ATOM) + "^2", 0);
            case EXP_NEG_SQUARE -> new Text("exp(-" + x.get(0).within(ATOM) + "^2)", ATOM);
            case INVERSION ->
                new Text(
                        x.get(0).within(2) + "/(" + x.get(0).within(ATOM) + "^2 + "
                                + x.get(1).within(ATOM) + "^2)",
                        1);
            case POW_SLOPE ->
                new Text(
                        x.get(1).within(2) + " * " + x.get(0).within(ATOM) + "^("
                                + x.get(1).within(0) + " - 1)",
                        1);
            case RSQRT -> new Text("1/sqrt(" + x.get(0).text() + ")", 1);
            default ->
                new Text(
                        primitive.label() + "("
                                + IntStream.range(0, x.size())
                                        .mapToObj(k -> x.get(k).text())
                                        .collect(Collectors.joining(", "))
                                + ")",
                        ATOM);
        };
    }
}
