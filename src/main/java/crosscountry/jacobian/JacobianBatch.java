package crosscountry.jacobian;

import crosscountry.graph.derivative.Jacobian;
import crosscountry.graph.derivative.Jacobians;
import java.util.Arrays;

/**
 * Values and derivatives at many points.
 *
 * @param plan how they were computed
 * @param points how many points
 * @param results number by number ({@link Layout#COLUMNS}): outputs, then entries as in {@code plan.program()}
 */
public record JacobianBatch(JacobianPlan plan, int points, double[] results) implements Jacobians {
    /** The Jacobian at one of the points. */
    @Override
    public Jacobian at(int point) {
        double[] own = new double[plan.resultSize()];
        for (int place = 0; place < own.length; place++) {
            own[place] = results[place * points + point];
        }
        return plan.jacobian(own);
    }

    /** A flattened output at every point. */
    @Override
    public double[] output(int row) {
        return Arrays.copyOfRange(results, row * points, (row + 1) * points);
    }

    /** An entry of the Jacobian at every point; zeros where it is zero by structure. */
    @Override
    public double[] entry(int row, int column) {
        int place = plan.place(row, column);
        return place < 0 ? new double[points] : Arrays.copyOfRange(results, place * points, (place + 1) * points);
    }
}
