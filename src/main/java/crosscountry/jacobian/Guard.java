package crosscountry.jacobian;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.jacobian.batch.BatchExecutor;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.code.Executor;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.program.Decisions;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.SelectedProgram;
import crosscountry.jacobian.program.Selection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a graph is its function's graph at a point: the numbers that its conditions compare, in float64 and without
 * derivatives. Number 2c stands on the left of condition c, number 2c + 1 on the right.
 */
final class Guard {
    /** In place of the number of a broken condition: all hold. */
    static final int HOLDS = -1;

    /**
     * Primitives that vector registers compute to the last bit as for single points; others may decide differently at
     * an edge.
     */
    private static final Set<Primitive> EXACT = EnumSet.of(
            Primitive.ADD,
            Primitive.SUB,
            Primitive.MUL,
            Primitive.DIV,
            Primitive.NEG,
            Primitive.ABS,
            Primitive.SQRT,
            Primitive.SQUARE,
            Primitive.INTEGER_POW,
            Primitive.MAX,
            Primitive.MIN,
            Primitive.EQ,
            Primitive.NE,
            Primitive.LT,
            Primitive.LE,
            Primitive.GT,
            Primitive.GE,
            Primitive.STOP_GRADIENT,
            Primitive.CONVERT_ELEMENT_TYPE);

    private final Relation[] relations;
    private final int inputs;
    /** Numbers of a point on which a condition depends. */
    private final int[] needed;

    private final int operations;

    private final Executor executor;
    private final BatchExecutor batch;
    private final ThreadLocal<double[]> numbers;

    private Guard(Graph graph, Program program, BackEnd backEnd) {
        relations = graph.conditions().stream().map(Condition::relation).toArray(Relation[]::new);
        inputs = program.inputs();
        executor = backEnd.executor().apply(program);
        List<Program.Node> live = SelectedProgram.live(program, program.outputs(), program.entries()).stream()
                .mapToObj(program.nodes()::get)
                .toList();
        needed = live.stream()
                .filter(Program.Node.Input.class::isInstance)
                .mapToInt(node -> ((Program.Node.Input) node).index())
                .toArray();
        operations = live.size();
        boolean exact = live.stream()
                .allMatch(node -> !(node instanceof Program.Node.Apply apply) || EXACT.contains(apply.primitive()));
        batch = new BatchExecutor(program, Precision.FLOAT64, exact ? backEnd.lanes() : 1, executor);
        numbers = ThreadLocal.withInitial(() -> new double[2 * relations.length]);
    }

    static Guard of(Graph graph, BackEnd backEnd) {
        return new Guard(graph, Decisions.of(graph).program(Selection.inputs(graph)), backEnd.inFloat64());
    }

    int inputs() {
        return inputs;
    }

    int[] needed() {
        return needed;
    }

    /** How many numbers the conditions compare. */
    int size() {
        return 2 * relations.length;
    }

    /** The compared numbers at the point that starts at {@code x[from]}: this thread's until its next call. */
    double[] numbers(double[] x, int from) {
        double[] own = numbers.get();
        executor.run(x, from, own, 0);
        return own;
    }

    BatchExecutor batch() {
        return batch;
    }

    /** Operations at this many points: few where decisions depend on little of the graph. */
    long work(int points) {
        return (long) points * operations;
    }

    /** The first condition that breaks, or {@link #HOLDS}. */
    int broken(double[] compared) {
        for (int c = 0; c < relations.length; c++) {
            if (!relations[c].holds(compared[2 * c], compared[2 * c + 1])) {
                return c;
            }
        }
        return HOLDS;
    }

    /** The same for {@code count} points, whose numbers are {@code stride} apart. */
    void broken(double[] compared, int stride, int count, int[] result) {
        Arrays.fill(result, 0, count, HOLDS);
        for (int c = 0; c < relations.length; c++) {
            int left = 2 * c * stride;
            int right = left + stride;
            switch (relations[c]) {
                case LT -> scan(compared, left, right, count, true, true, c, result);
                case GT -> scan(compared, right, left, count, true, true, c, result);
                case LE -> scan(compared, left, right, count, false, true, c, result);
                case GE -> scan(compared, right, left, count, false, true, c, result);
                case NOT_LT -> scan(compared, left, right, count, true, false, c, result);
                case NOT_GT -> scan(compared, right, left, count, true, false, c, result);
                case NOT_LE -> scan(compared, left, right, count, false, false, c, result);
                case NOT_GE -> scan(compared, right, left, count, false, false, c, result);
                default -> {
                    for (int point = 0; point < count; point++) {
                        if (result[point] == HOLDS
                                && !relations[c].holds(compared[left + point], compared[right + point])) {
                            result[point] = c;
                        }
                    }
                }
            }
        }
    }

    /** A loop that HotSpot compiles well: whether less, or else less or equal, comes out as {@code expected}. */
    private static void scan(
            double[] compared,
            int small,
            int large,
            int count,
            boolean less,
            boolean expected,
            int condition,
            int[] result) {
        for (int point = 0; point < count; point++) {
            double a = compared[small + point];
            double b = compared[large + point];
            if (result[point] == HOLDS && (less ? a < b : a <= b) != expected) {
                result[point] = condition;
            }
        }
    }
}
