package crosscountry.kernel.command.graph;

import crosscountry.graph.Tensor;
import crosscountry.graph.derivative.Jacobian;
import crosscountry.jacobian.JacobianPlan;
import java.util.ArrayList;
import java.util.List;

/** Central differences, the independent check of a Jacobian. */
final class Differences {
    private static final double STEP = 1e-6;

    private Differences() {}

    /** The largest |difference| / max(1, |entry|) over all entries that are numbers on both sides. */
    static double largest(JacobianPlan plan, List<Tensor> point, Jacobian jacobian) {
        double largest = 0;
        int column = 0;
        for (int input = 0; input < point.size(); input++) {
            for (int entry = 0; entry < point.get(input).data().length; entry++, column++) {
                double step = STEP * Math.max(1, Math.abs(point.get(input).data()[entry]));
                double[] above = plan.at(moved(point, input, entry, step)).outputs();
                double[] below = plan.at(moved(point, input, entry, -step)).outputs();
                for (int row = 0; row < above.length; row++) {
                    double slope = (above[row] - below[row]) / (2 * step);
                    double difference = Math.abs(slope - jacobian.matrix()[row][column]) / Math.max(1, Math.abs(slope));
                    largest = Double.isNaN(difference) ? largest : Math.max(largest, difference);
                }
            }
        }
        return largest;
    }

    private static List<Tensor> moved(List<Tensor> point, int input, int entry, double by) {
        List<Tensor> moved = new ArrayList<>(point);
        double[] data = point.get(input).data().clone();
        data[entry] += by;
        moved.set(input, new Tensor(point.get(input).shape(), data));
        return moved;
    }
}
