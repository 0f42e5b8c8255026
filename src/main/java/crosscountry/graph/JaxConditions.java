package crosscountry.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A graph's conditions in Python: {@code holds} is one where they hold and NaN where one breaks. Every output is
 * multiplied by it, so that under {@code jit} values and derivatives are both NaN at a point on another path.
 */
final class JaxConditions {
    private JaxConditions() {}

    /** Lines of the function's body, and none for a graph that holds everywhere. */
    static List<String> lines(Graph graph, Function<Operand, String> operand) {
        List<String> lines = new ArrayList<>();
        for (Condition condition : graph.conditions()) {
            String one = of(condition.relation(), operand.apply(condition.left()), operand.apply(condition.right()));
            lines.add(lines.isEmpty() ? "holds = " + one : "holds = holds & " + one);
        }
        if (!lines.isEmpty()) {
            lines.add("holds = jnp.where(holds, jnp.asarray(1, dtype), jnp.nan)");
        }
        return lines;
    }

    /**
     * As {@link Relation#holds}, with the saturation of Java's conversions, except that JAX treats subnormal numbers as
     * zeros.
     */
    private static String of(Relation relation, String a, String b) {
        return switch (relation) {
            case NOT_LT -> "~(" + a + " < " + b + ")";
            case NOT_LE -> "~(" + a + " <= " + b + ")";
            case NOT_GE -> "~(" + a + " >= " + b + ")";
            case NOT_GT -> "~(" + a + " > " + b + ")";
            case BEFORE -> before(a, b);
            case SAME -> "~(" + before(a, b) + " | " + before(b, a) + ")";
            case AFTER -> before(b, a);
            case ADJACENT -> adjacent(a, b);
            case APART -> "~" + adjacent(a, b);
            case AS_INT ->
                "(" + whole(a, "jnp.trunc", "-2147483648", "2147483647") + " == "
                        + whole(b, "jnp.trunc", "-2147483648", "2147483647") + ")";
            case AS_LONG ->
                "(" + whole(a, "jnp.trunc", "-2.0**63", "2.0**63") + " == "
                        + whole(b, "jnp.trunc", "-2.0**63", "2.0**63") + ")";
            case ROUNDED -> "(" + rounded(a) + " == " + whole(b, "jnp.trunc", "-2.0**63", "2.0**63") + ")";
            case EXPONENT ->
                "(jnp.where(jnp.isfinite(" + a + "), jnp.where(" + a + " == 0, -1023, jnp.maximum(jnp.frexp(" + a
                        + ")[1] - 1, -1023)), 1024) == " + whole(b, "jnp.trunc", "-2147483648", "2147483647") + ")";
            case LT, LE, EQ, NE, GE, GT -> "(" + a + " " + relation.label() + " " + b + ")";
        };
    }

    /** The order of Double.compare: minus zero before zero, NaN last. */
    private static String before(String a, String b) {
        return "((" + a + " < " + b + ") | ((" + a + " == " + b + ") & jnp.signbit(" + a + ") & ~jnp.signbit(" + b
                + ")) | (~jnp.isnan(" + a + ") & jnp.isnan(" + b + ")))";
    }

    private static String whole(String x, String to, String least, String most) {
        return "jnp.clip(" + to + "(jnp.where(jnp.isnan(" + x + "), 0, " + x + ")), " + least + ", " + most + ")";
    }

    /** A half and more rounds up; adding a half first would round once too often. */
    private static String rounded(String x) {
        return whole("(jnp.floor(" + x + ") + (" + x + " - jnp.floor(" + x + ") >= 0.5))", "", "-2.0**63", "2.0**63");
    }

    private static String adjacent(String a, String b) {
        return "((" + a + " == " + b + ") | (jnp.nextafter(" + a + ", jnp.inf) == " + b + ") | (jnp.nextafter(" + a
                + ", -jnp.inf) == " + b + "))";
    }
}
