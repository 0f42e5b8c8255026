package crosscountry.graph.derivative;

import crosscountry.graph.Graph;
import crosscountry.graph.Tensor;
import java.util.List;

/**
 * A graph's values and derivatives, made once and computed often, by any number of threads: what
 * {@code graph.jacobian()} gives. A point is all inputs flattened in order; rows are flattened outputs, columns
 * flattened inputs. Where a condition of the graph breaks, the function's graph there is asked for, and a graph that
 * knows no function is an error.
 */
public interface Derivative {
    Graph graph();

    /** Which rows and columns are computed: all, unless chosen. */
    Selection selection();

    /** Value and Jacobian at a point. */
    Jacobian at(double... x);

    /** Value and Jacobian at a point: one value an input. */
    Jacobian at(List<Tensor> point);

    /** Values and Jacobians at many points, on all cores where that is worth it. */
    Jacobians batch(double[][] points);

    /** The Jacobian's entries that are not zero by structure on the point's path, without a dense matrix in between. */
    Coo coo(double... x);

    /** These rows only, counted among the present ones; code that only others need falls away. */
    Derivative rows(int... rows);

    /** These columns only, counted among the present ones. */
    Derivative columns(int... columns);

    /**
     * Jacobian times direction (one number a column), without the Jacobian, at about the cost of the function; one
     * number a row.
     */
    double[] jvp(double[] x, double[] direction);

    /**
     * Weights (one number a row) times Jacobian, without the Jacobian, at about the cost of the function; one number a
     * column.
     */
    double[] vjp(double[] x, double[] weights);

    /** The gradient of a function with one output, in reverse mode; more outputs are an error. */
    double[] gradient(double... x);

    /**
     * The derivative as a graph of its own: the same inputs as scalars, and as outputs the entries of the Jacobian, row
     * by row (literal zeros where it is zero by structure). Its Jacobian holds the second derivatives. It has the
     * graph's conditions, and on other paths the derivative's graph there.
     */
    Graph derivativeGraph();

    /**
     * Second derivatives: row {@code i * columns + j} is the gradient of entry (i, j); so a scalar function's is its
     * Hessian.
     */
    default Derivative hessian() {
        return derivativeGraph().jacobian();
    }
}
