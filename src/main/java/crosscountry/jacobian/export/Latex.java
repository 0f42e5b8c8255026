package crosscountry.jacobian.export;

import crosscountry.graph.GraphException;
import crosscountry.graph.Params;
import crosscountry.graph.Relation;
import crosscountry.jacobian.EntryNames;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.program.NodeNames;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Entry;
import crosscountry.jacobian.program.Program.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A small plan as LaTeX: the function line by line, then each entry of the Jacobian; what is used once is written
 * inline.
 */
public final class Latex {
    private static final int MOST = 120;
    /** Formulas longer than this get a name of their own. */
    private static final int LONG = 70;

    /** How tightly a formula binds. */
    private enum Bond {
        SUM,
        PRODUCT,
        ATOM
    }

    private record Text(String tex, Bond bond) {
        String in(Bond least) {
            return bond.compareTo(least) >= 0 ? tex : "\\left(" + tex + "\\right)";
        }
    }

    private final JacobianPlan plan;
    private final Program program;
    private final NodeNames names;
    private final List<String> inputs;
    private final Map<Integer, Integer> uses = new HashMap<>();
    private final Map<Integer, Text> texts = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    private Latex(JacobianPlan plan) {
        this.plan = plan;
        program = plan.program();
        names = NodeNames.of(plan.graph(), program);
        inputs = EntryNames.inputs(plan.graph());
    }

    /** The lines of an {@code align*} environment; graphs that are not small are an error. */
    public static String of(JacobianPlan plan) {
        Latex latex = new Latex(plan);
        if (latex.names.live().cardinality() > MOST) {
            throw new GraphException(
                    plan.graph().name() + " takes " + latex.names.live().cardinality()
                            + " operations; as formulas at most " + MOST
                            + " can be read: choose some rows or columns, or write Java");
        }
        return latex.write();
    }

    private String write() {
        for (int node = names.live().nextSetBit(0);
                node >= 0;
                node = names.live().nextSetBit(node + 1)) {
            if (program.nodes().get(node) instanceof Node.Apply apply) {
                apply.operands().forEach(operand -> uses.merge(operand, 1, Integer::sum));
            }
        }
        names.compared().forEach(node -> uses.merge(node, 1, Integer::sum));
        int further = 0;
        for (int node = names.live().nextSetBit(0);
                node >= 0;
                node = names.live().nextSetBit(node + 1)) {
            Text text = text(node);
            Integer vertex = names.vertices().get(node);
            boolean small = uses.getOrDefault(node, 0) <= 1 && text.tex().length() <= LONG && vertex == null;
            if (program.nodes().get(node) instanceof Node.Apply && !small) {
                String name = vertex == null
                        ? "d_{" + ++further + "}"
                        : "v_{" + vertex
                                + (NodeNames.isScalar(plan.graph(), vertex)
                                        ? ""
                                        : "," + names.entries().get(node)) + "}";
                lines.add(name + " &= " + text.tex());
                text = new Text(name, Bond.ATOM);
            }
            texts.put(node, text);
        }
        List<String> all = EntryNames.outputs(plan.graph());
        List<String> rows =
                plan.selection().rows().stream().map(row -> word(all.get(row))).toList();
        for (int row = 0; row < rows.size(); row++) {
            lines.add(rows.get(row) + " &= "
                    + texts.get(program.outputs().get(row)).tex());
        }
        for (Entry entry : program.entries()) {
            lines.add("\\frac{\\partial " + rows.get(entry.row()) + "}{\\partial "
                    + word(inputs.get(plan.selection().columns().get(entry.column()))) + "} &= "
                    + texts.get(entry.node()).tex());
        }
        for (int k = 0; k < plan.graph().conditions().size(); k++) {
            lines.add("& \\text{" + (k == 0 ? "where " : "and ") + "} "
                    + relation(
                            plan.graph().conditions().get(k).relation(),
                            texts.get(names.compared().get(2 * k)).tex(),
                            texts.get(names.compared().get(2 * k + 1)).tex()));
        }
        return "\\begin{align*}\n" + String.join(" \\\\\n", lines) + "\n\\end{align*}";
    }

    /**
     * A name: one letter with digits as index, longer words upright, brackets as indices; nothing else gets through.
     */
    private static String word(String name) {
        String[] parts = name.split("[\\[\\]]+");
        String base = parts[0].replaceAll("[^A-Za-z0-9_]", "");
        String digits = base.matches("[A-Za-z]\\d+") ? base.substring(1) : "";
        List<String> indices = new ArrayList<>(digits.isEmpty() ? List.of() : List.of(digits));
        indices.addAll(List.of(parts).subList(1, parts.length));
        String letters = digits.isEmpty() ? base : base.substring(0, 1);
        String shown = letters.length() == 1 ? letters : "\\mathrm{" + letters.replace("_", "\\_") + "}";
        return indices.isEmpty() ? shown : shown + "_{" + String.join(",", indices) + "}";
    }

    private static String number(double value) {
        String text = value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
        int e = text.indexOf('E');
        return Double.isNaN(value)
                ? "\\mathrm{NaN}"
                : Double.isInfinite(value)
                        ? (value < 0 ? "-\\infty" : "\\infty")
                        : e < 0 ? text : text.substring(0, e) + " \\cdot 10^{" + text.substring(e + 1) + "}";
    }

    private Text text(int node) {
        Node what = program.nodes().get(node);
        if (what instanceof Node.Input input) {
            return new Text(word(inputs.get(input.index())), Bond.ATOM);
        }
        if (what instanceof Node.Constant constant) {
            String number = number(constant.value());
            return new Text(
                    number, number.startsWith("-") ? Bond.SUM : number.contains("cdot") ? Bond.PRODUCT : Bond.ATOM);
        }
        Node.Apply apply = (Node.Apply) what;
        Text a = texts.get(apply.operands().get(0));
        Text b = apply.operands().size() > 1 ? texts.get(apply.operands().get(1)) : null;
        return switch (apply.primitive()) {
            case ADD -> new Text(a.tex() + " + " + (b.tex().startsWith("-") ? b.in(Bond.PRODUCT) : b.tex()), Bond.SUM);
            case SUB -> new Text(a.tex() + " - " + b.in(Bond.PRODUCT), Bond.SUM);
            case MUL -> new Text(a.in(Bond.PRODUCT) + " \\, " + b.in(Bond.PRODUCT), Bond.PRODUCT);
            case DIV -> new Text("\\frac{" + a.tex() + "}{" + b.tex() + "}", Bond.PRODUCT);
            case NEG -> new Text("-" + a.in(Bond.PRODUCT), Bond.SUM);
            case SQUARE -> new Text("{" + a.in(Bond.ATOM) + "}^{2}", Bond.PRODUCT);
            case INTEGER_POW ->
                new Text("{" + a.in(Bond.ATOM) + "}^{" + ((Params.IntegerPow) apply.params()).y() + "}", Bond.PRODUCT);
            case POW -> new Text("{" + a.in(Bond.ATOM) + "}^{" + b.tex() + "}", Bond.PRODUCT);
            case EXP -> new Text("e^{" + a.tex() + "}", Bond.PRODUCT);
            case EXP_NEG_SQUARE -> new Text("e^{-{" + a.in(Bond.ATOM) + "}^{2}}", Bond.PRODUCT);
            case TANH_SLOPE -> new Text("1 - {" + b.in(Bond.ATOM) + "}^{2}", Bond.SUM);
            case LOG2 -> new Text("\\log_{2}\\left(" + a.tex() + "\\right)", Bond.ATOM);
            case LOG10 -> new Text("\\log_{10}\\left(" + a.tex() + "\\right)", Bond.ATOM);
            case FLOOR -> new Text("\\left\\lfloor " + a.tex() + "\\right\\rfloor", Bond.ATOM);
            case CEIL -> new Text("\\left\\lceil " + a.tex() + "\\right\\rceil", Bond.ATOM);
            case REM -> new Text(a.in(Bond.ATOM) + " \\bmod " + b.in(Bond.ATOM), Bond.SUM);
            case INVERSION ->
                new Text(
                        "\\frac{" + a.tex() + "}{{" + a.in(Bond.ATOM) + "}^{2} + {" + b.in(Bond.ATOM) + "}^{2}}",
                        Bond.PRODUCT);
            case POW_SLOPE ->
                new Text(b.in(Bond.PRODUCT) + " \\, {" + a.in(Bond.ATOM) + "}^{" + b.tex() + " - 1}", Bond.PRODUCT);
            case SQRT -> new Text("\\sqrt{" + a.tex() + "}", Bond.ATOM);
            case RSQRT -> new Text("\\frac{1}{\\sqrt{" + a.tex() + "}}", Bond.PRODUCT);
            case CBRT -> new Text("\\sqrt[3]{" + a.tex() + "}", Bond.ATOM);
            case ABS -> new Text("\\left|" + a.tex() + "\\right|", Bond.ATOM);
            case SIN, COS, TAN, LOG, SINH, COSH, TANH ->
                new Text("\\" + apply.primitive().label() + "\\left(" + a.tex() + "\\right)", Bond.ATOM);
            case EQ, NE, LT, LE, GT, GE ->
                new Text("\\left[" + a.tex() + relation(apply) + b.tex() + "\\right]", Bond.ATOM);
            default ->
                new Text(
                        "\\operatorname{" + apply.primitive().label().replace("_", "\\_") + "}\\left(" + a.tex()
                                + (b == null ? "" : ", " + b.tex()) + "\\right)",
                        Bond.ATOM);
        };
    }

    private static String relation(Relation relation, String left, String right) {
        return switch (relation) {
            case LT -> left + " < " + right;
            case LE -> left + " \\le " + right;
            case EQ -> left + " = " + right;
            case NE -> left + " \\ne " + right;
            case GE -> left + " \\ge " + right;
            case GT -> left + " > " + right;
            case NOT_LT -> left + " \\not< " + right;
            case NOT_LE -> left + " \\not\\le " + right;
            case NOT_GE -> left + " \\not\\ge " + right;
            case NOT_GT -> left + " \\not> " + right;
            default -> left + "\\ \\text{" + relation.label() + "}\\ " + right;
        };
    }

    private static String relation(Node.Apply apply) {
        return switch (apply.primitive()) {
            case EQ -> " = ";
            case NE -> " \\ne ";
            case LT -> " < ";
            case LE -> " \\le ";
            case GT -> " > ";
            default -> " \\ge ";
        };
    }
}
