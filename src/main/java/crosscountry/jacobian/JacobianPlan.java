package crosscountry.jacobian;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Tensor;
import crosscountry.graph.derivative.Coo;
import crosscountry.graph.derivative.Derivative;
import crosscountry.graph.derivative.Jacobian;
import crosscountry.graph.derivative.Selection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to compute one graph's Jacobian: made once for a graph and an order, used often, by any number of threads. A point
 * is {@link #inputSize} numbers, all inputs flattened in order; its results are {@link #resultSize} numbers, the flattened
 * outputs and then the entries that are not zero by structure, as {@code program().entries()} lists them.
 */
public final class JacobianPlan implements Derivative {
    private final Graph graph;
    private final Order order;
    private final Selection selection;
    private final Program program;
    private final BackEnd backEnd;
    private final Executor executor;
    private final BatchExecutor batch;
    private final LinearProducts products;
    private final Kind kind;
    private final boolean[][] structure;
    /** Of every entry. */
    private final int[] rows;
    private final int[] columns;
    /** Where an entry stands among the results, by row and column. */
    private final Map<Long, Integer> places = new HashMap<>();

    private JacobianPlan(Graph graph, Order order, Selection selection, Program program, BackEnd backEnd) {
        this.graph = graph;
        this.order = order;
        this.selection = selection;
        this.program = program;
        this.backEnd = backEnd;
        kind = backEnd.kind();
        executor = backEnd.executor().apply(program);
        batch = new BatchExecutor(program, kind, backEnd.lanes(), executor);
        products = new LinearProducts(graph, selection, backEnd.executor());
        rows = program.entries().stream().mapToInt(Program.Entry::row).toArray();
        columns = program.entries().stream().mapToInt(Program.Entry::column).toArray();
        structure = new boolean[program.outputs().size()][selection.columns().size()];
        int place = program.outputs().size();
        for (Program.Entry entry : program.entries()) {
            structure[entry.row()][entry.column()] = true;
            places.put(key(entry.row(), entry.column()), place++);
        }
    }

    private static JacobianPlan of(Graph graph, Order order, BackEnd backEnd) {
        return new JacobianPlan(graph, order, Selection.all(graph), Accumulation.of(graph, order), backEnd);
    }

    /** What an order becomes, without making it run. */
    public static Program program(Graph graph, Order order) {
        return Accumulation.of(graph, order);
    }

    /** Evaluates the program node by node: slow, and easy to watch. */
    public static JacobianPlan interpreted(Graph graph, Order order) {
        return of(graph, order, BackEnd.interpreter());
    }

    /** Compiles the program to bytecode that computes in float64. */
    public static JacobianPlan compiled(Graph graph, Order order) {
        return of(graph, order, BackEnd.compiler(Kind.FLOAT64));
    }

    /** Compiles the program to bytecode that computes in float32; points and results in float64 are converted. */
    public static JacobianPlan compiledFloat32(Graph graph, Order order) {
        return of(graph, order, BackEnd.compiler(Kind.FLOAT32));
    }

    @Override
    public Graph graph() {
        return graph;
    }

    public Order order() {
        return order;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public JacobianPlan rows(int... rows) {
        return selected(selection.ofRows(rows));
    }

    @Override
    public JacobianPlan columns(int... columns) {
        return selected(selection.ofColumns(columns));
    }

    private JacobianPlan selected(Selection chosen) {
        return new JacobianPlan(graph, order, chosen, SelectedProgram.of(program, selection, chosen), backEnd);
    }

    @Override
    public double[] jvp(double[] x, double[] direction) {
        return products.forward(x, direction);
    }

    @Override
    public double[] vjp(double[] x, double[] weights) {
        return products.reverse(x, weights);
    }

    @Override
    public double[] gradient(double... x) {
        return products.gradient(x);
    }

    @Override
    public Graph derivativeGraph() {
        return DerivativeGraph.of(graph, program, selection);
    }

    /** What is computed, node by node. */
    public Program program() {
        return program;
    }

    /** Numbers of a point. */
    public int inputSize() {
        return program.inputs();
    }

    /** Numbers of a point's results. */
    public int resultSize() {
        return program.results();
    }

    /** Where an entry of the Jacobian stands among the results; -1 where it is zero by structure. */
    public int place(int row, int column) {
        return places.getOrDefault(key(row, column), -1);
    }

    private static long key(int row, int column) {
        return ((long) row << 32) + column;
    }

    /** The Jacobian at a point: one value an input. */
    @Override
    public Jacobian at(List<Tensor> point) {
        return at(Points.flat(graph, point));
    }

    /** The Jacobian at a point: all inputs flattened in order. */
    @Override
    public Jacobian at(double... x) {
        Points.check(graph, program.inputs(), x.length);
        double[] result = new double[program.results()];
        executor.run(x, 0, result, 0);
        return jacobian(result);
    }

    @Override
    public Coo coo(double... x) {
        Points.check(graph, program.inputs(), x.length);
        double[] result = new double[program.results()];
        executor.run(x, 0, result, 0);
        int outputs = program.outputs().size();
        return new Coo(outputs, selection.columns().size(), rows.clone(), columns.clone(), Arrays.copyOfRange(result, outputs, result.length));
    }

    /** A point's results as matrix and outputs. */
    Jacobian jacobian(double[] result) {
        double[] outputs = Arrays.copyOf(result, program.outputs().size());
        double[][] matrix = new double[outputs.length][selection.columns().size()];
        int place = outputs.length;
        for (Program.Entry entry : program.entries()) {
            matrix[entry.row()][entry.column()] = result[place++];
        }
        return new Jacobian(graph, selection, outputs, matrix, structure, program.multiplications(), program.additions());
    }

    /** Computes the results at point {@code x} into the caller's array, and allocates nothing once it is warm. */
    public void into(double[] x, double[] result) {
        Points.check(graph, program.inputs(), x.length);
        Points.checkArray("the result", program.results(), result.length);
        executor.run(x, 0, result, 0);
    }

    /** The same in float32, for plans that compute in it. */
    public void into(float[] x, float[] result) {
        Points.check(graph, program.inputs(), x.length);
        Points.checkArray("the result", program.results(), result.length);
        executor.run(x, 0, result, 0);
    }

    /** The Jacobians at many points, each all inputs flattened in order. */
    @Override
    public JacobianBatch batch(double[][] points) {
        double[] xs = new double[points.length * program.inputs()];
        for (int point = 0; point < points.length; point++) {
            if (points[point].length != program.inputs()) {
                throw new GraphException("point " + point + ": " + graph.name() + " takes " + program.inputs() + " numbers, got "
                        + points[point].length);
            }
            for (int k = 0; k < program.inputs(); k++) {
                xs[k * points.length + point] = points[point][k];
            }
        }
        double[] results = new double[Math.multiplyExact(points.length, program.results())];
        batch(points.length, Layout.COLUMNS, xs, results);
        return new JacobianBatch(this, points.length, results);
    }

    /**
     * Computes the results at many points into the caller's array, on all cores where that is worth it.
     *
     * @param layout how the numbers lie in both arrays
     * @param xs {@code points} x {@link #inputSize} numbers
     * @param results room for {@code points} x {@link #resultSize} numbers
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted; its flag stays set
     */
    public void batch(int points, Layout layout, double[] xs, double[] results) {
        checkBatch(points, xs.length, results.length);
        if (kind == Kind.FLOAT64) {
            batch.run(points, layout, xs, results);
            return;
        }
        float[] narrow = new float[points * program.inputs()];
        for (int k = 0; k < narrow.length; k++) {
            narrow[k] = (float) xs[k];
        }
        float[] own = new float[points * program.results()];
        batch.run(points, layout, narrow, own);
        for (int k = 0; k < own.length; k++) {
            results[k] = own[k];
        }
    }

    /** The same in float32, for plans that compute in it. */
    public void batch(int points, Layout layout, float[] xs, float[] results) {
        checkBatch(points, xs.length, results.length);
        if (kind == Kind.FLOAT64) {
            throw Executor.notFloat32();
        }
        batch.run(points, layout, xs, results);
    }

    /** True once batches are computed in vector registers, because that was measured to be faster. */
    public boolean isVector() {
        return batch.isVector();
    }

    /** Points in a vector register of batches; 1 where this JVM has no such registers for us and points are taken one by one. */
    public int lanes() {
        return backEnd.lanes();
    }

    private void checkBatch(int points, int xs, int results) {
        if (points < 0) {
            throw new GraphException("a batch has 0 or more points, not " + points);
        }
        Points.checkArray("a batch of " + points + " points", (long) points * program.inputs(), xs);
        Points.checkArray("the result of " + points + " points", (long) points * program.results(), results);
    }
}
