package crosscountry.jacobian;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.graph.Relation;
import crosscountry.graph.derivative.Selection;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a graph is its function's graph at a point: the numbers that its conditions compare, in float64 and without
 * derivatives. Number 2c stands on the left of condition c, number 2c + 1 on the right.
 */
final class Guard {
    /** Stands for the place of a condition that breaks where none does. */
    static final int HOLDS = -1;

    /** What vector registers compute to the last bit as single points are; others may decide otherwise at an edge. */
    private static final Set<Primitive> EXACT = EnumSet.of(Primitive.ADD, Primitive.SUB, Primitive.MUL, Primitive.DIV, Primitive.NEG,
            Primitive.ABS, Primitive.SQRT, Primitive.SQUARE, Primitive.INTEGER_POW, Primitive.MAX, Primitive.MIN, Primitive.EQ, Primitive.NE,
            Primitive.LT, Primitive.LE, Primitive.GT, Primitive.GE, Primitive.STOP_GRADIENT, Primitive.CONVERT_ELEMENT_TYPE);

    private final Relation[] relations;
    private final int inputs;
    private final Executor executor;
    private final BatchExecutor batch;
    private final ThreadLocal<double[]> numbers;

    private Guard(Graph graph, Program program, BackEnd backEnd) {
        relations = graph.conditions().stream().map(Condition::relation).toArray(Relation[]::new);
        inputs = program.inputs();
        executor = backEnd.executor().apply(program);
        boolean exact = SelectedProgram.live(program, program.outputs(), program.entries()).stream().mapToObj(program.nodes()::get)
                .allMatch(node -> !(node instanceof Program.Node.Apply apply) || EXACT.contains(apply.primitive()));
        batch = new BatchExecutor(program, Kind.FLOAT64, exact ? backEnd.lanes() : 1, executor);
        numbers = ThreadLocal.withInitial(() -> new double[2 * relations.length]);
    }

    static Guard of(Graph graph, BackEnd backEnd) {
        return new Guard(graph, Decisions.of(graph).program(Selection.inputs(graph)), backEnd.inFloat64());
    }

    int inputs() {
        return inputs;
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
            Relation relation = relations[c];
            int left = 2 * c * stride;
            int right = left + stride;
            for (int point = 0; point < count; point++) {
                if (result[point] == HOLDS && !relation.holds(compared[left + point], compared[right + point])) {
                    result[point] = c;
                }
            }
        }
    }
}
