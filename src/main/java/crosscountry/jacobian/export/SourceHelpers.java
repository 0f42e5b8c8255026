package crosscountry.jacobian.export;

import crosscountry.graph.Primitive;
import crosscountry.graph.Special;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Functions that {@link Math} lacks, as self-contained source: that of {@link Special}, which ships with the engine.
 */
final class SourceHelpers {
    private static final String SOURCE = "/META-INF/sources/crosscountry/graph/Special.java";

    private static final Map<Primitive, String> NAMES = Map.ofEntries(
            Map.entry(Primitive.ERF, "erf"),
            Map.entry(Primitive.LOGISTIC, "logistic"),
            Map.entry(Primitive.ASINH, "asinh"),
            Map.entry(Primitive.ACOSH, "acosh"),
            Map.entry(Primitive.ATANH, "atanh"),
            Map.entry(Primitive.LOG2, "log2"),
            Map.entry(Primitive.TRUNC, "trunc"),
            Map.entry(Primitive.LOG_OR_ZERO, "logOrZero"),
            Map.entry(Primitive.TANH_SLOPE, "tanhSlope"),
            Map.entry(Primitive.EXP_NEG_SQUARE, "expNegSquare"),
            Map.entry(Primitive.INVERSION, "inversion"),
            Map.entry(Primitive.POW_SLOPE, "powSlope"));

    /** Special takes this one from a library. */
    private static final String ERF = """

                /** A series of positive terms: 2/sqrt(pi) exp(-x^2) (x + 2x^3/3 + 4x^5/15 + ...). */
                private static double erf(double x) {
                    if (Math.abs(x) > 6) {
                        return Math.signum(x);
                    }
                    double term = x;
                    double sum = x;
                    for (int k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
                        term *= 2 * x * x / (2 * k + 1);
                        sum += term;
                    }
                    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
                }
            """;

    /** The check that precedes the code of one path. */
    private static final String CHECK = """

                private static void check(boolean holds, String condition, double left, double right) {
                    if (!holds) {
                        throw new IllegalArgumentException("this derivative holds where " + condition
                                + ", not here: left " + left + ", right " + right);
                    }
                }
            """;

    private SourceHelpers() {}

    static boolean has(Primitive primitive) {
        return NAMES.containsKey(primitive);
    }

    static String name(Primitive primitive) {
        return NAMES.get(primitive);
    }

    /** The method of this name. */
    static String text(String name) {
        if (name.equals("erf") || name.equals("check")) {
            return name.equals("erf") ? ERF : CHECK;
        }
        try (InputStream in = SourceHelpers.class.getResourceAsStream(SOURCE)) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int start = source.indexOf("    public static double " + name + "(");
            int end = source.indexOf("\n    }\n", start) + "\n    }\n".length();
            return "\n" + source.substring(start, end).replaceFirst("public", "private");
        } catch (IOException e) {
            throw new IllegalStateException("the text of " + name + " cannot be read", e);
        }
    }
}
