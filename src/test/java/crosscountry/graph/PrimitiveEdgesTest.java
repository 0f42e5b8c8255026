package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Values and partials against numbers of high precision (src/test/python/primitive_edges.py), from subnormals to
 * infinities.
 */
public class PrimitiveEdgesTest {
    private static final long ULPS = 4;

    /** @param expected value, then partials; null where the numbers claim nothing */
    public record Row(Primitive primitive, Params params, double[] x, List<Double> expected) {
        double[] actual() {
            double y = primitive.value(params, x);
            double[] actual = new double[1 + x.length];
            actual[0] = y;
            for (int k = 0; k < x.length; k++) {
                actual[1 + k] = primitive.partial(params, k).at(x, y);
            }
            return actual;
        }

        double result(int k) {
            return expected.get(k);
        }

        @Override
        public String toString() {
            return primitive + (params instanceof Params.IntegerPow p ? " " + p.y() : "") + " at " + Arrays.toString(x);
        }
    }

    /** What is not held within 4 ulp, and why. @param result 0 for the value, 1 + k for the partial of operand k */
    record Limit(Primitive primitive, int result, String reason, Predicate<Row> where) {
        boolean holds(Row row, int k) {
            return row.primitive == primitive && result == k && where.test(row);
        }
    }

    private static boolean isSubnormal(double x) {
        return Math.abs(x) < Double.MIN_NORMAL;
    }

    private static boolean hasLostDigits(double x) {
        return isSubnormal(x) || Double.isInfinite(x);
    }

    /** As docs/derivative-conventions.md lists them. */
    static final List<Limit> LIMITS = List.of(
            new Limit(
                    Primitive.DIV,
                    2,
                    "1 / x1, which both partials share, overflows",
                    row -> Math.abs(row.x[1]) < 0x1p-1024),
            new Limit(Primitive.POW, 2, "the value, a factor, has lost digits", row -> isSubnormal(row.result(0))),
            new Limit(
                    Primitive.HYPOT,
                    1,
                    "the value, the divisor, has lost digits or overflows",
                    row -> hasLostDigits(row.result(0))),
            new Limit(
                    Primitive.HYPOT,
                    2,
                    "the value, the divisor, has lost digits or overflows",
                    row -> hasLostDigits(row.result(0))),
            new Limit(
                    Primitive.EXP_NEG_SQUARE,
                    1,
                    "the value, a factor, has lost digits",
                    row -> isSubnormal(row.result(0))),
            new Limit(
                    Primitive.INVERSION,
                    1,
                    "a factor overflows",
                    row -> Math.max(Math.abs(row.x[0]), Math.abs(row.x[1])) < Double.MIN_NORMAL),
            new Limit(
                    Primitive.INVERSION,
                    1,
                    "the two terms cancel",
                    row -> Math.abs(Math.abs(row.x[0] / row.x[1]) - 1) < 0.5),
            new Limit(Primitive.POW_SLOPE, 1, "x1 - 1 is rounded", row -> row.x[1] < 0.5),
            new Limit(
                    Primitive.POW_SLOPE,
                    2,
                    "x1 - 1 is rounded, or the value, a factor, has lost digits",
                    row -> row.x[1] < 0.5 || isSubnormal(row.result(0))));

    public static List<Row> rows() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PrimitiveEdgesTest.class.getResourceAsStream("/graph/primitive_edges.csv"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(PrimitiveEdgesTest::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] fields = line.split(",");
        Primitive primitive = Primitive.named(fields[0]).orElseThrow();
        int operands = primitive.isBinary() ? 2 : 1;
        double[] x = new double[operands];
        Arrays.setAll(x, k -> Double.parseDouble(fields[2 + k]));
        List<Double> expected = new ArrayList<>();
        for (int k = 2 + operands; k < fields.length; k++) {
            expected.add(fields[k].equals("-") ? null : Double.valueOf(fields[k]));
        }
        assertEquals(1 + operands, expected.size(), line);
        return new Row(
                primitive,
                fields[1].isEmpty() ? Params.NONE : new Params.IntegerPow(Integer.parseInt(fields[1])),
                x,
                expected);
    }

    /** How many doubles lie between two: the zeros are one, infinity follows the largest number. */
    public static long ulps(double a, double b) {
        return Double.isNaN(a) || Double.isNaN(b)
                ? Double.isNaN(a) && Double.isNaN(b) ? 0 : Long.MAX_VALUE
                : Math.abs(place(a) - place(b)) < 0 ? Long.MAX_VALUE : Math.abs(place(a) - place(b));
    }

    private static long place(double x) {
        long bits = Double.doubleToLongBits(x);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    @Test
    void everyElementwisePrimitiveHasItsNumbers() {
        Map<Primitive, List<Row>> byPrimitive = rows().stream().collect(Collectors.groupingBy(Row::primitive));
        PrimitiveTest.elementwise()
                .forEach(primitive -> assertTrue(
                        byPrimitive.getOrDefault(primitive, List.of()).size() >= 30, primitive + " has too few"));
    }

    @Test
    void noLimitIsStatedThatIsNotThere() {
        for (Limit limit : LIMITS) {
            assertTrue(
                    rows().stream()
                            .anyMatch(row -> limit.holds(row, limit.result)
                                    && row.expected.get(limit.result) != null
                                    && ulps(row.actual()[limit.result], row.result(limit.result)) > ULPS),
                    limit.primitive + ": " + limit.reason);
        }
    }

    @TestFactory
    Stream<DynamicTest> valueAndPartialsAreWithinFourUlp() {
        Map<Primitive, List<Row>> byPrimitive =
                rows().stream().collect(Collectors.groupingBy(Row::primitive, TreeMap::new, Collectors.toList()));
        return byPrimitive.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().label(), () -> {
                    List<String> off = new ArrayList<>();
                    for (Row row : entry.getValue()) {
                        double[] actual = row.actual();
                        for (int k = 0; k < actual.length; k++) {
                            int result = k;
                            if (row.expected.get(k) != null
                                    && ulps(actual[k], row.result(k)) > ULPS
                                    && LIMITS.stream().noneMatch(limit -> limit.holds(row, result))) {
                                off.add(row + (k == 0 ? ", value " : ", partial of operand " + (k - 1) + " ")
                                        + actual[k] + " instead of " + row.result(k) + ", off by "
                                        + ulps(actual[k], row.result(k)) + " ulp");
                            }
                        }
                    }
                    assertTrue(off.isEmpty(), () -> off.size() + " results:\n" + String.join("\n", off));
                }));
    }
}
