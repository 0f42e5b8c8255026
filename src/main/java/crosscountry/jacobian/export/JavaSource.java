package crosscountry.jacobian.export;

import crosscountry.graph.Condition;
import crosscountry.graph.GraphException;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.EntryNames;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.program.NodeNames;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Entry;
import crosscountry.jacobian.program.Program.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * A plan as a Java class that stands alone: the function, its partials and each elimination, one operation a line, with
 * a main method that prints values and Jacobian at the numbers it is given. A large one is several methods, since Java
 * limits their size.
 */
public final class JavaSource {
    private final JacobianPlan plan;
    private final Program program;
    private final String type;
    private final NodeNames names;
    private final List<String> inputs;
    private final SourceParts parts;
    private final Map<Integer, String> variables = new HashMap<>();
    private final Set<String> helpers = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private int statement;
    private int part;

    private JavaSource(JacobianPlan plan, String type) {
        this.plan = plan;
        this.type = type;
        program = plan.program();
        names = NodeNames.of(plan.graph(), program);
        inputs = EntryNames.inputs(plan.graph());
        parts = new SourceParts(program, names);
    }

    /** @param type the name of the class, a Java identifier */
    public static String of(JacobianPlan plan, String type) {
        if (!SourceVersion.isIdentifier(type) || SourceVersion.isKeyword(type)) {
            throw new GraphException("\"" + type + "\" is no name for a Java class");
        }
        return new JavaSource(plan, type).write();
    }

    /** The graph's name made fit for a class. */
    public static String className(String graph) {
        String name = graph.replaceAll("[^A-Za-z0-9_]", "_");
        return (name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name) + "Jacobian";
    }

    private String write() {
        if (parts.several()) {
            line("double[] t = new double[" + parts.keptValues() + "]; // values that pass from one part to another");
            for (int k = 1; k <= parts.count(); k++) {
                line("part" + k + "(x, y, j, t);");
            }
            nextPart();
        }
        inputs();
        statements();
        conditions();
        results();
        int rows = program.outputs().size();
        int columns = plan.selection().columns().size();
        StringBuilder text = new StringBuilder(String.format(
                """
                /**
                 * Values and Jacobian of %s: %d outputs by %d inputs, %d multiplications and %d additions
                 * behind the partials. Vertices are eliminated in the order
                 * %s%s
                 */
                public final class %s {
                    private %s() {}

                    /** Computes at x (%d numbers) the outputs y and the Jacobian j, whose entries that are \
                    not written are zero at every point. */
                    public static void evaluate(double[] x, double[] y, double[][] j) {
                """,
                type,
                rows,
                columns,
                program.multiplications(),
                program.additions(),
                wrapped(),
                limits(),
                type,
                type,
                program.inputs()));
        text.append(body).append("    }\n");
        helpers.stream().sorted().forEach(name -> text.append(SourceHelpers.text(name)));
        return text.append(String.format("""

                    public static void main(String[] arguments) {
                        double[] x = new double[%d];
                        for (int k = 0; k < x.length; k++) {
                            x[k] = Double.parseDouble(arguments[k]);
                        }
                        double[] y = new double[%d];
                        double[][] j = new double[%d][%d];
                        evaluate(x, y, j);
                        System.out.println(java.util.Arrays.toString(y));
                        for (double[] row : j) {
                            System.out.println(java.util.Arrays.toString(row));
                        }
                    }
                }
                """, program.inputs(), rows, rows, columns))
                .toString();
    }

    private String wrapped() {
        return plan.order().vertices().isEmpty()
                ? "(none)"
                : plan.order().toString().replace(",", ", ").replaceAll("(.{90,100}) ", "$1\n * ");
    }

    private String limits() {
        int count = plan.graph().conditions().size();
        return count == 0
                ? ""
                : "\n * The function decides by its numbers: this is one of its paths, "
                        + "and at points that break one of the "
                        + count
                        + "\n * conditions of this path it throws an IllegalArgumentException "
                        + "that names the condition.";
    }

    private void line(String text) {
        body.append("        ").append(text).append('\n');
    }

    /** Before a statement: ends a method that is full. */
    private boolean isNewPart() {
        boolean begins = parts.begins(statement++);
        if (begins) {
            nextPart();
        }
        return begins;
    }

    private void nextPart() {
        body.append("    }\n\n    private static void part")
                .append(++part)
                .append("(double[] x, double[] y, double[][] j, double[] t) {\n");
    }

    private void inputs() {
        Set<String> taken = new HashSet<>(Set.of("x", "y", "j"));
        for (int node = names.live().nextSetBit(0);
                node >= 0;
                node = names.live().nextSetBit(node + 1)) {
            if (program.nodes().get(node) instanceof Node.Input input) {
                if (parts.several()) {
                    variables.put(node, "x[" + input.index() + "]");
                    continue;
                }
                String name =
                        inputs.get(input.index()).replaceAll("[\\[\\]]+", "_").replaceAll("_$", "");
                boolean fit = SourceVersion.isIdentifier(name)
                        && !SourceVersion.isKeyword(name)
                        && name.matches("[A-Za-z][A-Za-z0-9_]*")
                        && !name.matches("[vdx]\\d+.*")
                        && taken.add(name);
                variables.put(node, fit ? name : "x" + input.index());
                line("final double " + variables.get(node) + " = x[" + input.index() + "];");
            }
        }
    }

    private void statements() {
        int section = Integer.MIN_VALUE;
        int further = 0;
        for (int node = names.live().nextSetBit(0);
                node >= 0;
                node = names.live().nextSetBit(node + 1)) {
            if (!(program.nodes().get(node) instanceof Node.Apply apply)) {
                continue;
            }
            Integer vertex = names.vertices().get(node);
            int now = vertex != null ? -2 : names.eliminated().getOrDefault(node, section <= -1 ? -1 : section);
            boolean fresh = isNewPart();
            if (now != section || fresh) {
                if (!fresh) {
                    body.append('\n');
                }
                line(now == -2 ? "// the function" : now == -1 ? "// elemental partials" : heading(now));
                section = now;
            }
            String name = vertex == null
                    ? "d" + ++further
                    : "v" + vertex
                            + (NodeNames.isScalar(plan.graph(), vertex)
                                    ? ""
                                    : "_" + names.entries().get(node));
            String right = expression(apply);
            int place = parts.place(node);
            variables.put(node, place < 0 ? name : "t[" + place + "]");
            line(
                    place < 0
                            ? "final double " + name + " = " + right + ";"
                            : "t[" + place + "] = " + right + "; // " + name);
        }
    }

    private String heading(int vertex) {
        return vertex > plan.graph().vertices().size()
                ? "// outputs"
                : "// eliminating vertex " + vertex + " ("
                        + plan.graph().vertex(vertex).primitive() + ")";
    }

    /**
     * Before any result is written. Names that a file gave stay out, and so does its word for a place in the code, but
     * for the line.
     */
    private void conditions() {
        List<Condition> conditions = plan.graph().conditions();
        for (int k = 0; k < conditions.size(); k++) {
            if (!isNewPart() && k == 0) {
                body.append('\n');
            }
            Condition condition = conditions.get(k);
            int left = names.compared().get(2 * k);
            int right = names.compared().get(2 * k + 1);
            String text = called(left) + " " + condition.relation().label() + " " + called(right)
                    + condition
                            .source()
                            .map(source -> " in line " + source.line())
                            .orElse("");
            line(helper("check") + "(" + JavaConditions.of(condition.relation(), operand(left), operand(right)) + ", \""
                    + text + "\", " + operand(left) + ", " + operand(right) + ");");
        }
    }

    /** As the names of variables are, where a value that passes between methods has none. */
    private String called(int node) {
        Integer vertex = names.vertices().get(node);
        return vertex != null && program.nodes().get(node) instanceof Node.Apply ? "v" + vertex : operand(node);
    }

    private void results() {
        body.append('\n');
        for (int row = 0; row < program.outputs().size(); row++) {
            isNewPart();
            line("y[" + row + "] = " + operand(program.outputs().get(row)) + ";");
        }
        for (Entry entry : program.entries()) {
            isNewPart();
            line("j[" + entry.row() + "][" + entry.column() + "] = " + operand(entry.node()) + ";");
        }
    }

    private String operand(int node) {
        if (program.nodes().get(node) instanceof Node.Constant constant) {
            double value = constant.value();
            return Double.isNaN(value)
                    ? "Double.NaN"
                    : Double.isInfinite(value)
                            ? (value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY")
                            : value < 0 || 1 / value < 0 ? "(" + value + ")" : String.valueOf(value);
        }
        return variables.get(node);
    }

    private String expression(Node.Apply apply) {
        List<String> x = apply.operands().stream().map(this::operand).toList();
        String a = x.get(0);
        String b = x.size() > 1 ? x.get(1) : "";
        Primitive primitive = apply.primitive();
        return switch (primitive) {
            case ADD -> a + " + " + b;
            case SUB -> a + " - " + b;
            case MUL -> a + " * " + b;
            case DIV -> a + " / " + b;
            case NEG -> "-" + a;
            case SQUARE -> a + " * " + a;
            case RSQRT -> "1 / Math.sqrt(" + a + ")";
            case SIGN -> "Math.signum(" + a + ")";
            case EQ -> "(" + a + " == " + b + " ? 1.0 : 0.0)";
            case NE -> "(" + a + " != " + b + " ? 1.0 : 0.0)";
            case LT -> "(" + a + " < " + b + " ? 1.0 : 0.0)";
            case LE -> "(" + a + " <= " + b + " ? 1.0 : 0.0)";
            case GT -> "(" + a + " > " + b + " ? 1.0 : 0.0)";
            case GE -> "(" + a + " >= " + b + " ? 1.0 : 0.0)";
            case REM -> a + " % " + b;
            case COPYSIGN -> "Math.copySign(" + a + ", " + b + ")";
            case INTEGER_POW -> power(a, ((Params.IntegerPow) apply.params()).y());
            default ->
                (SourceHelpers.has(primitive) ? helper(primitive) : "Math." + primitive.label()) + "("
                        + String.join(", ", x) + ")";
        };
    }

    private static String power(String a, int n) {
        return n == 2 ? a + " * " + a : n == 1 ? a : "Math.pow(" + a + ", " + n + ")";
    }

    private String helper(Primitive primitive) {
        return helper(SourceHelpers.name(primitive));
    }

    private String helper(String name) {
        helpers.add(name);
        return name;
    }
}
