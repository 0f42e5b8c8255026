package crosscountry.jacobian;

import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Values and derivatives at many points, which may have taken several paths of a branching function. */
public final class JacobianBatch {
    /** An entry of the Jacobian that is not zero by structure at each point. */
    public record Entry(int row, int column) {}

    private final JacobianPlan plan;
    private final int points;
    private final double[] results;
    private final Places places;
    private final List<StraightPlan> paths;
    /** For each point the number of its path; empty where there is only one. */
    private final int[] pathOf;
    /** For each path, where its results stand. */
    private final List<int[]> own;

    JacobianBatch(
            JacobianPlan plan, int points, double[] results, Places places, List<StraightPlan> paths, int[] pathOf) {
        this.plan = plan;
        this.points = points;
        this.results = results;
        this.places = places;
        this.paths = paths;
        this.pathOf = pathOf;
        own = paths.stream().map(path -> path.places().in(places)).toList();
    }

    static JacobianBatch straight(StraightPlan plan, int points, double[] results) {
        return new JacobianBatch(plan, points, results, plan.places(), List.of(plan), new int[0]);
    }

    /** How they were computed. */
    public JacobianPlan plan() {
        return plan;
    }

    public int points() {
        return points;
    }

    /** All numbers, number by number ({@link Layout#COLUMNS}): outputs, then {@link #entries}. Not copied. */
    public double[] results() {
        return results;
    }

    /** How many numbers a point has. */
    public int resultSize() {
        return places.size();
    }

    /** The entries that are not zero by structure on some path that was taken, by row, then column. */
    public List<Entry> entries() {
        return IntStream.range(0, places.rows().length)
                .mapToObj(k -> new Entry(places.rows()[k], places.columns()[k]))
                .toList();
    }

    /** The graph of the path that a point took. */
    public Graph path(int point) {
        return of(point).graph();
    }

    private int index(int point) {
        return pathOf.length == 0 ? 0 : pathOf[point];
    }

    private StraightPlan of(int point) {
        return paths.get(index(point));
    }

    /** The Jacobian at one of the points. */
    public Jacobian at(int point) {
        int[] from = own.get(index(point));
        double[] numbers = new double[from.length];
        for (int k = 0; k < from.length; k++) {
            numbers[k] = results[from[k] * points + point];
        }
        return of(point).jacobian(numbers);
    }

    /** A flattened output at every point. */
    public double[] output(int row) {
        return Arrays.copyOfRange(results, row * points, (row + 1) * points);
    }

    /** An entry of the Jacobian at every point; zeros where it is zero by structure. */
    public double[] entry(int row, int column) {
        int place = places.of(row, column);
        return place < 0 ? new double[points] : Arrays.copyOfRange(results, place * points, (place + 1) * points);
    }

    /**
     * Each value and entry that is NaN or infinite somewhere: "dy1/dx is not finite at 3 of 100 points, first at point
     * 7".
     */
    public List<String> nonFinite() {
        List<String> found = new ArrayList<>();
        List<String> rows = EntryNames.outputs(plan.graph());
        List<String> columns = EntryNames.inputs(plan.graph());
        for (int place = 0; place < places.size(); place++) {
            int start = place * points;
            int[] odd = IntStream.range(0, points)
                    .filter(point -> !Double.isFinite(results[start + point]))
                    .toArray();
            if (odd.length > 0) {
                int entry = place - places.outputs();
                String row = rows.get(plan.selection().rows().get(entry < 0 ? place : places.rows()[entry]));
                String name = entry < 0
                        ? row
                        : "d" + row + "/d"
                                + columns.get(plan.selection().columns().get(places.columns()[entry]));
                found.add(name + " is not finite at " + odd.length + " of " + points + " points, first at point "
                        + odd[0]);
            }
        }
        return found;
    }
}
