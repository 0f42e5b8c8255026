package crosscountry.jacobian;

import crosscountry.graph.derivative.EntryNames;
import crosscountry.graph.derivative.Jacobian;
import crosscountry.graph.derivative.Jacobians;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Each value and entry that is NaN or infinite somewhere: "dy1/dx is not finite at 3 of 100 points, first at point 7". */
    public List<String> nonFinite() {
        List<String> found = new ArrayList<>();
        List<String> rows = EntryNames.outputs(plan.graph());
        List<String> columns = EntryNames.inputs(plan.graph());
        for (int place = 0; place < plan.resultSize(); place++) {
            int start = place * points;
            int[] odd = IntStream.range(0, points).filter(point -> !Double.isFinite(results[start + point])).toArray();
            if (odd.length > 0) {
                int outputs = plan.selection().rows().size();
                Program.Entry entry = place < outputs ? null : plan.program().entries().get(place - outputs);
                String row = rows.get(plan.selection().rows().get(entry == null ? place : entry.row()));
                String name = entry == null ? row : "d" + row + "/d" + columns.get(plan.selection().columns().get(entry.column()));
                found.add(name + " is not finite at " + odd.length + " of " + points + " points, first at point " + odd[0]);
            }
        }
        return found;
    }
}
