package crosscountry.jacobian;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.jacobian.batch.BatchExecutor;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.code.Executor;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.SelectedProgram;
import crosscountry.jacobian.program.Selection;
import java.util.Arrays;
import java.util.Optional;

/** The plan of one graph. It treats every point as one of this graph: the caller has checked the conditions, if any. */
final class StraightPlan extends JacobianPlan {
    private final Graph graph;
    private final Order order;
    private final Selection selection;
    private final Program program;
    private final BackEnd backEnd;
    private final Executor executor;
    private final BatchExecutor batch;
    private final LinearProducts products;
    private final Precision precision;
    /** Which entries there are; made for the first matrix, since large Jacobians have no room for it. */
    private volatile boolean[][] structure;

    private final Places places;

    private StraightPlan(Graph graph, Order order, Selection selection, Program program, BackEnd backEnd) {
        this.graph = graph;
        this.order = order;
        this.selection = selection;
        this.program = program;
        this.backEnd = backEnd;
        precision = backEnd.precision();
        executor = backEnd.executor().apply(program);
        batch = new BatchExecutor(program, precision, backEnd.lanes(), executor);
        products = new LinearProducts(graph, selection, backEnd.executor());
        places = Places.of(program);
    }

    static StraightPlan of(Graph graph, Order order, BackEnd backEnd) {
        return new StraightPlan(graph, order, Selection.all(graph), Program.of(graph, order), backEnd);
    }

    @Override
    public Graph graph() {
        return graph;
    }

    @Override
    public Order order() {
        return order;
    }

    @Override
    public Selection selection() {
        return selection;
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    Places places() {
        return places;
    }

    BatchExecutor executor() {
        return batch;
    }

    @Override
    public StraightPlan rows(int... rows) {
        return selected(selection.ofRows(rows));
    }

    @Override
    public StraightPlan columns(int... columns) {
        return selected(selection.ofColumns(columns));
    }

    StraightPlan selected(Selection chosen) {
        return chosen.equals(selection)
                ? this
                : new StraightPlan(graph, order, chosen, SelectedProgram.of(program, selection, chosen), backEnd);
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
        return DerivativeGraph.of(graph, program, selection, Optional.empty());
    }

    @Override
    public Jacobian at(double... x) {
        return jacobian(results(x));
    }

    @Override
    public Coo coo(double... x) {
        double[] result = results(x);
        int outputs = program.outputs().size();
        return new Coo(
                outputs,
                selection.columns().size(),
                places.rows().clone(),
                places.columns().clone(),
                Arrays.copyOfRange(result, outputs, result.length));
    }

    private double[] results(double[] x) {
        Points.check(graph, program.inputs(), x.length);
        double[] result = new double[program.results()];
        executor.run(x, 0, result, 0);
        return result;
    }

    /** A point's results as matrix and outputs. */
    Jacobian jacobian(double[] result) {
        double[] outputs = Arrays.copyOf(result, program.outputs().size());
        double[][] matrix = new double[outputs.length][selection.columns().size()];
        int place = outputs.length;
        for (Program.Entry entry : program.entries()) {
            matrix[entry.row()][entry.column()] = result[place++];
        }
        return new Jacobian(
                graph, selection, outputs, matrix, structure(), program.multiplications(), program.additions());
    }

    private boolean[][] structure() {
        boolean[][] known = structure;
        if (known == null) { // two threads may make it at once, and it is the same
            known = new boolean[program.outputs().size()][selection.columns().size()];
            for (Program.Entry entry : program.entries()) {
                known[entry.row()][entry.column()] = true;
            }
            structure = known;
        }
        return known;
    }

    @Override
    public void into(double[] x, double[] result) {
        checkPoint(x.length, result.length);
        executor.run(x, 0, result, 0);
    }

    @Override
    public void into(float[] x, float[] result) {
        checkPoint(x.length, result.length);
        executor.run(x, 0, result, 0);
    }

    @Override
    JacobianBatch batch(int points, double[] xs) {
        double[] results = new double[Math.multiplyExact(points, program.results())];
        batch(points, Layout.COLUMNS, xs, results);
        return JacobianBatch.straight(this, points, results);
    }

    @Override
    public void batch(int points, Layout layout, double[] xs, double[] results) {
        checkBatch(points, xs.length, results.length);
        if (precision == Precision.FLOAT64) {
            run(points, layout, xs, results);
            return;
        }
        float[] narrow = new float[points * program.inputs()];
        for (int k = 0; k < narrow.length; k++) {
            narrow[k] = (float) xs[k];
        }
        float[] own = new float[points * program.results()];
        run(points, layout, narrow, own);
        for (int k = 0; k < own.length; k++) {
            results[k] = own[k];
        }
    }

    @Override
    public void batch(int points, Layout layout, float[] xs, float[] results) {
        checkBatch(points, xs.length, results.length);
        if (precision == Precision.FLOAT64) {
            throw Executor.notFloat32();
        }
        run(points, layout, xs, results);
    }

    private void run(int points, Layout layout, Object xs, Object results) {
        batch.run(points, layout.grid(xs, points, program.inputs()), layout.grid(results, points, program.results()));
    }

    @Override
    public boolean isVector() {
        return batch.isVector();
    }

    @Override
    public int lanes() {
        return backEnd.lanes();
    }
}
