package crosscountry.trace.fuzz;

import crosscountry.elimination.Order;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.PrimalValues;
import crosscountry.jacobian.Jacobians;
import crosscountry.trace.Trace;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Holds a program's graph against its method: values at the traced point and near it, derivatives against differences.
 */
final class Judge {
    /**
     * Words that users should not read; a warm JVM's reflection throws a ClassCastException without a message, which is
     * let pass.
     */
    private static final Pattern INTERNAL =
            Pattern.compile("\\$\\d|Exception: null|\\bnull$|objectweb|INVOKE|opcode|\\(L?[a-z]+/|;\\)|Values\\$"
                    + "|crosscountry\\.|(?<!ClassCastException)@[0-9a-f]{5,}|class [A-Za-z.]+ cannot be cast"
                    + "|\n|Lambda/|LambdaForm");

    private static final Pattern UNSTEADY = Pattern.compile("state|nanoTime|random\\(\\)|new Object\\(\\)");
    /** What is another number in each call, though it may show at few points. */
    private static final Pattern DRAWN = Pattern.compile("nanoTime|random\\(\\)|new Object\\(\\)\\.hashCode");

    private static final int NEARBY = 3;

    private final Workshop.Output output;
    private final Workshop.Loader called;
    private final Workshop.Loader traced;

    Judge(Workshop.Output output) {
        this.output = output;
        this.called = output.load();
        this.traced = output.load();
    }

    Verdict judge(Program program) {
        String error = output.errors().get(program.className());
        if (error != null) {
            return new Verdict.Skipped("does not compile: " + error);
        }
        Subject subject;
        try {
            subject = UNSTEADY.matcher(program.source()).find()
                    ? Subject.anew(program, output)
                    : Subject.of(program, called);
            subject.method();
        } catch (LinkageError e) {
            return new Verdict.Skipped("javac left out a local class of code that cannot be reached");
        }
        double[] x = program.point();
        double[] value = subject.call(x);
        boolean steady = steady(program, value);
        Graph graph;
        try {
            graph = trace(program);
        } catch (GraphException e) {
            String sentence = String.valueOf(e.getMessage());
            if (sentence.contains("is not the method") && steady && !changes(program)) {
                return new Verdict.Wrong(
                        Verdict.CAUGHT, sentence); // the tracer's own check found what would have been wrong
            }
            return INTERNAL.matcher(sentence).find()
                            || sentence.length() > (sentence.contains("is not the method") ? 1000 : 400)
                    ? new Verdict.Wrong("sentence", sentence)
                    : new Verdict.Refused(sentence);
        } catch (Throwable e) {
            StackTraceElement[] trace = e.getStackTrace();
            return new Verdict.Wrong(
                    "internal error " + e.getClass().getSimpleName(),
                    e + " at " + Arrays.toString(Arrays.copyOf(trace, Math.min(6, trace.length))));
        }
        if (value == null) {
            return new Verdict.Wrong(
                    "throws",
                    "the method throws at this point; the graph has "
                            + graph.vertices().size() + " vertices");
        }
        Verdict verdict = compare(subject, graph, value);
        return verdict instanceof Verdict.Wrong && !steady
                ? new Verdict.Skipped("the method gives other values each time, and there is a graph")
                : verdict;
    }

    /**
     * The method gives the same at a point whatever it was called with before; only programs with static state may not.
     */
    private boolean steady(Program program, double[] value) {
        if (!UNSTEADY.matcher(program.source()).find()) {
            return true;
        }
        if (DRAWN.matcher(program.source()).find()) {
            return false;
        }
        Subject used = Subject.of(program, called);
        double[] x = program.point();
        boolean same = same(value, used.call(x));
        for (double by : new double[] {0.11, -0.83, 1.7}) {
            double[] y = {x[0] + by, x[1] - 1.3 * by, x[2] + 0.7 * by};
            same &= same(Subject.anew(program, output).call(y), used.call(y));
        }
        return same && same(value, used.call(x));
    }

    /**
     * Whether calls change static state that later calls read, though few points may show it: a term of 1e-17 is lost
     * in most sums, and one that cancels in all.
     */
    private boolean changes(Program program) {
        if (!UNSTEADY.matcher(program.source()).find()) {
            return false;
        }
        Subject used = Subject.of(program, output.load());
        Random random = new Random(program.seed());
        boolean same = true;
        for (int k = 0; k < 200 && same; k++) {
            double[] y = Arrays.stream(program.point())
                    .map(t -> t * (1 + 0.1 * random.nextGaussian()) + 0.01 * random.nextGaussian())
                    .toArray();
            same = same(Subject.anew(program, output).call(y), used.call(y));
        }
        return !same;
    }

    private Graph trace(Program program) {
        Subject subject = Subject.of(program, traced);
        double[] point = program.point().clone();
        return switch (program.form()) {
            case SCALARS -> Trace.method(subject.method()).at(point);
            case ARRAY -> Trace.method(subject.method(), 3).at(point);
            case MATRIX -> Trace.method(subject.method(), 1, 3).at(point);
            case RECORD -> Trace.method(subject.method()).at(point);
            case ARRAY_AND_COUNT ->
                Trace.method(subject.method(), 3).with("n", Program.COUNT).at(point);
        };
    }

    private Verdict compare(Subject subject, Graph graph, double[] value) {
        double[] x = subject.program().point();
        if (graph.broken(x).isPresent()) {
            return new Verdict.Wrong(
                    "condition",
                    "broken at its own point: " + graph.broken(x).get().text(graph));
        }
        double[] own = values(graph, x);
        boolean exact = same(own, value);
        if (!exact && !close(subject, x, own, value)) {
            if (Insides.undecided(graph, x)) {
                return new Verdict.Skipped("the sine of a number beyond 1e12, or the sign of a NaN");
            }
            return new Verdict.Wrong("value", "method " + Arrays.toString(value) + ", graph " + Arrays.toString(own));
        }
        Random random = new Random(subject.program().seed());
        int nearby = 0;
        for (int k = 0; k < NEARBY; k++) {
            double by = new double[] {1e-6, 1e-2, 0.5}[k];
            double[] p = Arrays.stream(x)
                    .map(t -> t + by * (random.nextDouble() * 2 - 1))
                    .toArray();
            double[] there = graph.broken(p).isPresent() ? null : subject.call(p);
            if (there == null && graph.broken(p).isEmpty()) {
                return new Verdict.Wrong(
                        "nearby throws",
                        "the method throws at " + Arrays.toString(p) + " and no condition of the graph is broken");
            }
            if (there != null) {
                nearby++;
                double[] near = values(graph, p);
                boolean equal = same(near, there);
                exact &= equal;
                if (!equal && !close(subject, p, near, there) && !Insides.undecided(graph, p)) {
                    return new Verdict.Wrong(
                            "nearby value",
                            "at " + Arrays.toString(p) + " method " + Arrays.toString(there) + ", graph "
                                    + Arrays.toString(near));
                }
            }
        }
        Verdict.Wrong elsewhere = elsewhere(
                subject,
                graph,
                Arrays.stream(x).map(t -> t + 2 * random.nextDouble() - 1).toArray());
        return elsewhere != null ? elsewhere : derivatives(subject, graph, exact, nearby);
    }

    /** At a point further off, where the function may take another path, its own graph there is asked. */
    private Verdict.Wrong elsewhere(Subject subject, Graph graph, double[] p) {
        try {
            Graph other = graph.origin().orElseThrow().at(p);
            double[] wanted = subject.call(p);
            double[] found = wanted == null ? null : values(other, p);
            boolean right = wanted != null
                    && other.broken(p).isEmpty()
                    && (same(found, wanted)
                            || close(subject, p, found, wanted)
                            || same(found, asItStands(subject, p))
                            || Insides.undecided(other, p));
            return right
                    ? null
                    : new Verdict.Wrong(
                            "elsewhere",
                            "at " + Arrays.toString(p) + " method " + Arrays.toString(wanted) + ", its graph there "
                                    + Arrays.toString(found));
        } catch (GraphException e) {
            return null;
        } catch (Throwable e) {
            return new Verdict.Wrong("internal error elsewhere", "at " + Arrays.toString(p) + ": " + e);
        }
    }

    /** What the method gives with the static state that tracing has left behind; null of a program without any. */
    private double[] asItStands(Subject subject, double[] p) {
        return UNSTEADY.matcher(subject.program().source()).find()
                ? Subject.of(subject.program(), traced).call(p)
                : null;
    }

    private Verdict derivatives(Subject subject, Graph graph, boolean exact, int nearby) {
        double[] x = subject.program().point();
        double[][] matrix = matrix(graph, Orders.reverse(graph), x);
        boolean rough = subject.program().source().contains("float")
                || subject.program().source().contains("%.");
        double scale = rough ? 16 : 1;
        Insides insides = Insides.of(graph, x);
        int compared = 0;
        int unknown = 0;
        for (int j = 0; j < x.length; j++) {
            double h = Differences.step(x, j, scale);
            double noise =
                    insides.largest() * 0x1p-44 / h; // what a small number loses beside the largest, grown a little
            double[] up = Differences.moved(x, j, h);
            double[] down = Differences.moved(x, j, -h);
            boolean otherSide = graph.broken(up).isPresent()
                    || graph.broken(down).isPresent()
                    || Insides.turns(graph, x, up)
                    || Insides.turns(graph, x, down);
            Differences differences = otherSide ? null : Differences.of(subject::call, x, j, scale);
            for (int i = 0; i < matrix.length; i++) {
                OptionalDouble wanted = otherSide ? OptionalDouble.empty() : differences.derivative(i);
                if (wanted.isEmpty()
                        || !Double.isFinite(matrix[i][j]) && insides.singular()
                        || noise > 0.02 * (1 + Math.abs(wanted.getAsDouble()))) {
                    unknown++;
                } else {
                    compared++;
                    double tolerance = differences.tolerance(i)
                            + noise
                            + (rough ? 2e-2 * (1 + Math.abs(wanted.getAsDouble())) : 0);
                    boolean right = Math.abs(matrix[i][j] - wanted.getAsDouble()) <= tolerance;
                    if (!right && cancels(graph, i, j, x, matrix[i][j])) {
                        compared--;
                        unknown++;
                    } else if (!right) {
                        return new Verdict.Wrong(
                                "derivative",
                                "output " + i + " by input " + j + ": differences "
                                        + wanted.getAsDouble()
                                        + ", graph " + matrix[i][j]);
                    }
                }
            }
        }
        return new Verdict.Right(exact, compared, unknown, nearby);
    }

    private static double[][] matrix(Graph graph, Order order, double[] x) {
        return Jacobians.interpreted(graph, order).at(x).matrix();
    }

    /** Whether the entry is another in forward order: partials so large that what they cancel to is rounding. */
    private static boolean cancels(Graph graph, int row, int column, double[] x, double reverse) {
        double forward = matrix(graph, Orders.forward(graph), x)[row][column];
        return Math.abs(forward - reverse) > 1e-6 * (1 + Math.abs(reverse));
    }

    private static double[] values(Graph graph, double[] x) {
        return PrimalValues.of(graph, graph.point(x)).outputs().stream()
                .flatMapToDouble(t -> Arrays.stream(t.data()))
                .toArray();
    }

    private static boolean same(double[] a, double[] b) {
        return Arrays.equals(a, b);
    }

    /** Apart by what rounding can do: little, or as much as moving the point by a few last bits does. */
    private static boolean close(Subject subject, double[] x, double[] a, double[] b) {
        if (a == null || b == null || a.length != b.length) {
            return false;
        }
        double[] allowed =
                Arrays.stream(b).map(v -> 1e-11 * Math.abs(v) + 1e-13).toArray();
        for (int k = 1; k <= 4; k++) {
            double by = k % 2 == 0 ? -k * 0x1p-50 : k * 0x1p-50;
            double[] moved =
                    subject.call(Arrays.stream(x).map(t -> t * (1 + by)).toArray());
            for (int i = 0; moved != null && i < b.length; i++) {
                allowed[i] += 30 * Math.abs(moved[i] - b[i]);
            }
        }
        for (int i = 0; i < b.length; i++) {
            boolean equal = Double.compare(a[i], b[i]) == 0 || a[i] == b[i];
            if (!equal && !(Math.abs(a[i] - b[i]) <= allowed[i])) {
                return false;
            }
        }
        return true;
    }
}
