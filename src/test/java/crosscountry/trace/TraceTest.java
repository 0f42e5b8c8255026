package crosscountry.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Relation;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.Jacobians;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceTest {
    record Point(double x, double y) {
        Point scaled(double factor) {
            return new Point(factor * x, factor * y);
        }
    }

    enum Gas {
        AIR(1.4);

        final double gamma;

        Gas(double gamma) {
            this.gamma = gamma;
        }
    }

    static final double[] WEIGHTS = {2, 3};

    static class Functions {
        static double square(double x) {
            return x * x;
        }

        static double loop(double x) {
            double sum = 1;
            for (int k = 1; k <= 3; k++) {
                sum += Math.pow(x, k + 1) / k;
            }
            return sum;
        }

        static double helper(double x, double y) {
            return square(x) - square(y);
        }

        static Point record(Point p, double f) {
            return p.scaled(f);
        }

        static double[] array(double[] x) {
            double[] y = new double[x.length];
            for (int k = 0; k < x.length; k++) {
                y[k] = -x[x.length - 1 - k];
            }
            return y;
        }

        static double matrix(double[][] a) {
            return a[0][0] * a[1][1] - a[0][1] * a[1][0];
        }

        static double compound(double[] x) {
            x[0] += x[1];
            return x[0];
        }

        static double constants(double x) {
            return x * (WEIGHTS[0] + WEIGHTS[1]) * Gas.AIR.gamma;
        }

        static double lambda(double x) {
            double scale = 2;
            DoubleUnaryOperator f = t -> scale * Math.sin(t);
            return f.andThen(Functions::square).applyAsDouble(x);
        }

        static double list(double x) {
            List<Double> values = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                values.add(x + k);
            }
            double product = 1;
            for (double v : values) {
                product *= v;
            }
            return product;
        }

        static double choose(int n, double x) {
            return switch (n) {
                case 1 -> Math.sin(x);
                case 2 -> Math.cos(x);
                default -> throw new IllegalArgumentException("no case " + n);
            };
        }

        static double branch(double x) {
            if (x > 1) {
                return x * x;
            }
            return -x;
        }

        private static int calls;

        static double counting(double x) {
            return x * ++calls;
        }

        static double hashed(double x) {
            return new java.util.HashSet<>(List.of(x)).size();
        }

        static double random(double x) {
            return x * Math.random();
        }

        static double endless(double x) {
            while (WEIGHTS.length > 0) {
                x += 1;
            }
            return x;
        }

        static double text(double x) {
            return ("" + x).length() * x;
        }

        static double deep(double x) {
            return deep(x + 1);
        }

        static double outside(double[] x) {
            return x[2];
        }

        static double caught(double[] x) {
            try {
                return x[5];
            } catch (ArrayIndexOutOfBoundsException e) {
                return x[0] * 2;
            }
        }
    }

    private static Trace function(String name, int... sizes) {
        return Trace.method(Functions.class, name, sizes);
    }

    private static String show(Graph graph) {
        return graph.vertices().stream().map(TraceTest::show).collect(Collectors.joining("; "));
    }

    private static String show(Vertex v) {
        return v.primitive()
                + v.operands().stream()
                        .map(o -> o instanceof Operand.Ref ref
                                ? "#" + ref.id()
                                : ((Operand.Literal) o).value().toString())
                        .toList()
                        .toString();
    }

    @Test
    void aLoopUnrollsAndIntegerPowersAreRecognised() {
        assertEquals(
                "integer_pow[#1]; div[#2, 1.0]; add[1.0, #3]; integer_pow[#1]; div[#5, 2.0]; add[#4, #6]; "
                        + "integer_pow[#1]; div[#8, 3.0]; add[#7, #9]",
                show(function("loop").graph()));
    }

    @Test
    void helpersAreFollowedAndEachVertexKnowsItsLine() {
        Graph graph = function("helper").graph();
        assertEquals("mul[#1, #1]; mul[#2, #2]; sub[#3, #4]", show(graph));
        assertEquals(
                List.of("square", "square", "helper"),
                graph.vertices().stream()
                        .map(v -> v.source().orElseThrow().method())
                        .toList());
        assertTrue(graph.vertex(1).source().orElseThrow().line()
                < graph.vertex(3).source().orElseThrow().line());
    }

    @Test
    void recordsGoInAndComeOut() {
        Graph graph = function("record").graph();
        assertEquals(
                List.of("p.x", "p.y", "f"),
                graph.inputs().stream().map(Input::name).toList());
        assertEquals("mul[#3, #1]; mul[#3, #2]", show(graph));
        assertEquals(List.of(new Operand.Ref(4), new Operand.Ref(5)), graph.outputs());
    }

    @Test
    void arraysAreInputsEntryByEntry() {
        Graph graph = function("array", 2).graph();
        assertEquals(
                List.of("x[0]", "x[1]"),
                graph.inputs().stream().map(Input::name).toList());
        assertEquals("neg[#2]; neg[#1]", show(graph));
        assertEquals(
                "mul[#1, #4]; mul[#2, #3]; sub[#5, #6]",
                show(function("matrix", 2, 2).graph()));
        assertEquals("add[#1, #2]", show(function("compound", 2).graph()));
    }

    @Test
    void constantsFoldAmongThemselves() {
        assertEquals("mul[#1, 5.0]; mul[#2, 1.4]", show(function("constants").graph()));
    }

    @Test
    void lambdasAndListsAreFollowed() {
        assertEquals(
                "sin[#1]; mul[2.0, #2]; mul[#3, #3]", show(function("lambda").graph()));
        assertEquals(
                "add[#1, 0.0]; add[#1, 1.0]; mul[1.0, #2]; mul[#4, #3]",
                show(function("list").graph()));
    }

    @Test
    void anIntParameterIsBoundToAValue() {
        assertEquals("cos[#1]", show(function("choose").with("n", 2).graph()));
        assertRefused("the parameter n of choose is a int", function("choose"));
        assertRefused(
                "it throws IllegalArgumentException (no case 3)",
                function("choose").with("n", 3));
    }

    @Test
    void aBranchIsFollowedAtThePointOrAtNumbersOfTheTracersOwn() {
        Graph own = function("branch").graph();
        assertEquals("mul[#1, #1]", show(own));
        assertTrue(own.broken(1.5).isEmpty());
        assertEquals("x > 1", own.conditions().get(0).text(own).replaceAll(" at .*", ""));
        Graph above = function("branch").at(2);
        assertEquals("mul[#1, #1]", show(above));
        assertEquals(Relation.GT, above.conditions().get(0).relation());
        Graph below = function("branch").at(0.5);
        assertEquals("neg[#1]", show(below));
        assertEquals(Relation.NOT_GT, below.conditions().get(0).relation());
    }

    @Test
    void whatHasNoPlaceInAGraphIsRefusedWithItsReason() {
        assertRefused("the hash of a value that depends on the inputs", function("hashed"));
        assertRefused("loops are unrolled", function("endless"));
        assertRefused("looks at the text of a value that depends on the inputs", function("text"));
        assertRefused("calls are nested too deeply", function("deep"));
        assertRefused("would be frozen into the graph", function("random"));
        assertRefused("it throws ArrayIndexOutOfBoundsException", function("outside", 2));
        assertRefused("the length of the array parameter x", function("outside"));
    }

    @Test
    void pathsCountTheirPointsHoweverTheyAreComputed() {
        Graph graph = function("branch").at(2);
        var plan = Jacobians.of(graph);
        plan.at(3);
        plan.at(-1);
        plan.batch(new double[][] {{4}, {-2}, {-3}, {-4}});
        assertEquals(
                List.of(3L, 4L),
                graph.origin().orElseThrow().paths().stream()
                        .map(path -> path.points())
                        .toList());
    }

    @Test
    void aMethodThatAnswersOtherwiseEachTimeIsNoFunction() {
        assertRefused("they part at vertex 1 (counting:", function("counting"));
        assertRefused("which is mul(x, ", function("counting"));
    }

    static double stepAboveLogarithm(double x) {
        return x + Math.ulp(Math.log(x));
    }

    @Test
    void thePlaceOfInfinityIsNotThatOfNaN() {
        Graph graph = Trace.method(TraceTest.class, "stepAboveLogarithm").at(0);
        assertEquals(Optional.empty(), graph.broken(0));
        assertTrue(graph.broken(-1).isPresent());
    }

    @Test
    void aCaughtExceptionIsControlFlow() {
        assertEquals("mul[#1, 2.0]", show(function("caught", 2).graph()));
    }

    private static void assertRefused(String part, Trace trace) {
        String message = assertThrows(GraphException.class, trace::graph).getMessage();
        assertTrue(message.contains(part), message);
    }
}
