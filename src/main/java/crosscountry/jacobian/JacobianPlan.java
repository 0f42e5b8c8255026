package crosscountry.jacobian;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Tensor;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Selection;
import java.util.List;

/**
 * How to compute one graph's Jacobian. A plan is made once for a graph and an order, and used often, by any number of
 * threads. A point is {@link #inputSize} numbers, all inputs flattened in order; its results are {@link #resultSize}
 * numbers, the flattened outputs and then entries of the Jacobian, each where {@link #place} says.
 *
 * <p>A graph with conditions is its function's graph only where they hold. They are checked at every point, in float64.
 * A point that breaks one is computed by the graph of the path that it takes, if the graph knows the function it came
 * from; if not, it is an error that names the condition. The order is this graph's; other paths are eliminated in the
 * Markowitz order, or in forward or reverse mode where they are large.
 */
public abstract sealed class JacobianPlan permits StraightPlan, PathsPlan {
    static JacobianPlan of(Graph graph, Order order, BackEnd backEnd) {
        StraightPlan own = StraightPlan.of(graph, order, backEnd);
        return graph.conditions().isEmpty() ? own : PathsPlan.of(own, backEnd);
    }

    public abstract Graph graph();

    public abstract Order order();

    /** Which rows and columns are computed: all, unless chosen. */
    public abstract Selection selection();

    /** What is computed for this graph, node by node. */
    public abstract Program program();

    /** Where numbers stand in the caller's arrays. */
    abstract Places places();

    /** These rows only, numbered among the present ones; code that only other rows need is dropped. */
    public abstract JacobianPlan rows(int... rows);

    /** These columns only, numbered among the present ones. */
    public abstract JacobianPlan columns(int... columns);

    /** Numbers of a point. */
    public int inputSize() {
        return program().inputs();
    }

    /** Numbers of a point's results. */
    public int resultSize() {
        return places().size();
    }

    /**
     * Where an entry of the Jacobian stands among the results; -1 where it is zero by structure. A function with
     * several paths has a place for every entry, since a path not yet taken may have any of them.
     */
    public int place(int row, int column) {
        return places().of(row, column);
    }

    /** Value and Jacobian at a point. */
    public abstract Jacobian at(double... x);

    /** Value and Jacobian at a point: one value an input. */
    public final Jacobian at(List<Tensor> point) {
        return at(Points.flat(graph(), point));
    }

    /** The Jacobian's entries that are not zero by structure on the point's path, without a dense matrix in between. */
    public abstract Coo coo(double... x);

    /**
     * Jacobian times direction (one number a column), without the Jacobian, at about the cost of the function; one
     * number a row.
     */
    public abstract double[] jvp(double[] x, double[] direction);

    /**
     * Weights (one number a row) times Jacobian, without the Jacobian, at about the cost of the function; one number a
     * column.
     */
    public abstract double[] vjp(double[] x, double[] weights);

    /** The gradient of a function with one output, in reverse mode; more outputs are an error. */
    public abstract double[] gradient(double... x);

    /**
     * The derivative as a graph of its own: the same inputs as scalars, and as outputs the entries of the Jacobian, row
     * by row (literal zeros where it is zero by structure). Its Jacobian holds the second derivatives. It has the
     * graph's conditions, and an origin that supplies the derivative's graphs on other paths.
     */
    public abstract Graph derivativeGraph();

    /**
     * Second derivatives, in an order that {@link Jacobians#of(Graph)} finds: row {@code i * columns + j} is the
     * gradient of entry (i, j); so a scalar function's is its Hessian.
     */
    public final JacobianPlan hessian() {
        return Jacobians.of(derivativeGraph());
    }

    /** Computes the results at point {@code x} into the caller's array, and allocates nothing once it is warm. */
    public abstract void into(double[] x, double[] result);

    /** The same in float32, for plans that compute in it. */
    public abstract void into(float[] x, float[] result);

    /** Values and Jacobians at many points, each all inputs flattened in order. */
    public JacobianBatch batch(double[][] points) {
        int inputs = inputSize();
        double[] xs = new double[points.length * inputs];
        for (int point = 0; point < points.length; point++) {
            if (points[point].length != inputs) {
                throw new GraphException("point " + point + ": " + graph().name() + " takes " + inputs
                        + " numbers, got " + points[point].length);
            }
            for (int k = 0; k < inputs; k++) {
                xs[k * points.length + point] = points[point][k];
            }
        }
        return batch(points.length, xs);
    }

    /** @param xs number by number */
    abstract JacobianBatch batch(int points, double[] xs);

    /**
     * Computes the results at many points into the caller's array, on all cores where that is worth it.
     *
     * @param layout how the numbers lie in both arrays
     * @param xs {@code points} x {@link #inputSize} numbers
     * @param results room for {@code points} x {@link #resultSize} numbers
     * @throws java.util.concurrent.CancellationException when the calling thread is interrupted; its flag stays set
     */
    public abstract void batch(int points, Layout layout, double[] xs, double[] results);

    /** The same in float32, for plans that compute in it. */
    public abstract void batch(int points, Layout layout, float[] xs, float[] results);

    /** True once batches are computed in vector registers, because that was measured to be faster. */
    public abstract boolean isVector();

    /**
     * Points in a vector register of batches; 1 where this JVM offers no such registers and points are computed one by
     * one.
     */
    public abstract int lanes();

    final void checkPoint(int x, int results) {
        Points.check(graph(), inputSize(), x);
        Points.checkArray("the result", resultSize(), results);
    }

    final void checkBatch(int points, int xs, int results) {
        if (points < 0) {
            throw new GraphException("a batch has 0 or more points, not " + points);
        }
        Points.checkArray("a batch of " + points + " points", (long) points * inputSize(), xs);
        Points.checkArray("the result of " + points + " points", (long) points * resultSize(), results);
    }
}
