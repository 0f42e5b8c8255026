package crosscountry.jacobian;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.code.Executor;
import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plan of a function that branches on its numbers. Each point is computed by the plan of its path, which is made
 * when a point first takes that path.
 */
final class PathsPlan extends JacobianPlan {
    /** Vertices beyond which a path's order is not searched for by the Markowitz rule, which takes quadratic time. */
    private static final int LARGE = 2000;

    /** @param places where the plan's results stand among all entries */
    private record Ready(StraightPlan plan, int[] places) {}

    private final StraightPlan own;
    private final BackEnd backEnd;
    private final Paths paths;
    private final Map<KnownPath, Ready> plans = new ConcurrentHashMap<>();
    private final DerivativeOrigin derivative;
    /** A float32 point in float64, in which conditions are checked. */
    private final ThreadLocal<double[]> point;

    private volatile Places places;

    private PathsPlan(StraightPlan own, BackEnd backEnd, Paths paths) {
        this.own = own;
        this.backEnd = backEnd;
        this.paths = paths;
        derivative = new DerivativeOrigin(this);
        point = ThreadLocal.withInitial(() -> new double[inputSize()]);
    }

    static PathsPlan of(StraightPlan own, BackEnd backEnd) {
        return new PathsPlan(own, backEnd, new Paths(own.graph(), backEnd));
    }

    @Override
    public Graph graph() {
        return own.graph();
    }

    @Override
    public Order order() {
        return own.order();
    }

    @Override
    public Selection selection() {
        return own.selection();
    }

    @Override
    public Program program() {
        return own.program();
    }

    /** Without an origin no other path is ever computed. */
    @Override
    Places places() {
        if (places == null) {
            places = graph().origin().isEmpty()
                    ? own.places()
                    : Places.dense(
                            selection().rows().size(), selection().columns().size());
        }
        return places;
    }

    Paths paths() {
        return paths;
    }

    Precision precision() {
        return backEnd.precision();
    }

    @Override
    public PathsPlan rows(int... rows) {
        return new PathsPlan(own.rows(rows), backEnd, paths);
    }

    @Override
    public PathsPlan columns(int... columns) {
        return new PathsPlan(own.columns(columns), backEnd, paths);
    }

    /** What computes the points of a path. */
    StraightPlan plan(KnownPath path) {
        return path == paths.own() ? own : ready(path).plan();
    }

    private Ready ready(KnownPath path) {
        Ready ready = plans.get(path);
        if (ready == null) {
            if (plans.size() >= 2 * Paths.MOST) {
                plans.keySet().retainAll(new HashSet<>(paths.tree().paths()));
            }
            ready = plans.computeIfAbsent(
                    path,
                    key -> ready(
                            key == paths.own()
                                    ? own
                                    : StraightPlan.of(key.graph(), order(key.graph()), backEnd.late())
                                            .selected(selection())));
        }
        return ready;
    }

    private Ready ready(StraightPlan plan) {
        return new Ready(plan, plan.places().in(places()));
    }

    private static Order order(Graph graph) {
        if (graph.vertices().size() <= LARGE) {
            return Orders.markowitz(graph, CostModel.MULTIPLICATIONS);
        }
        return Selection.inputs(graph) < Selection.outputs(graph) ? Orders.forward(graph) : Orders.reverse(graph);
    }

    private StraightPlan planAt(double[] x) {
        Points.check(graph(), inputSize(), x.length);
        return plan(paths.of(x, 0, -1));
    }

    @Override
    public Jacobian at(double... x) {
        return planAt(x).at(x);
    }

    @Override
    public Coo coo(double... x) {
        return planAt(x).coo(x);
    }

    @Override
    public double[] jvp(double[] x, double[] direction) {
        return planAt(x).jvp(x, direction);
    }

    @Override
    public double[] vjp(double[] x, double[] weights) {
        return planAt(x).vjp(x, weights);
    }

    @Override
    public double[] gradient(double... x) {
        return planAt(x).gradient(x);
    }

    /** With the conditions, and with an origin that supplies the derivatives on the other paths. */
    @Override
    public Graph derivativeGraph() {
        return derivative.graph(paths.own());
    }

    @Override
    public void into(double[] x, double[] result) {
        checkPoint(x.length, result.length);
        Ready ready = ready(paths.of(x, 0, -1));
        ready.plan().into(x, result);
        Places.spread(ready.places(), places().size(), result);
    }

    @Override
    public void into(float[] x, float[] result) {
        checkPoint(x.length, result.length);
        double[] wide = point.get();
        for (int k = 0; k < wide.length; k++) {
            wide[k] = x[k];
        }
        Ready ready = ready(paths.of(wide, 0, -1));
        ready.plan().into(x, result);
        Places.spread(ready.places(), places().size(), result);
    }

    @Override
    JacobianBatch batch(int points, double[] xs) {
        PathGroups groups = PathGroups.of(paths, points, Layout.COLUMNS.grid(xs, points, inputSize()));
        List<StraightPlan> used = plans(groups);
        Places union = used.isEmpty()
                ? own.places()
                : Places.union(used.stream().map(StraightPlan::places).toList());
        double[] results = new double[Math.multiplyExact(points, union.size())];
        PathRuns.run(
                precision(),
                groups,
                used,
                union,
                Layout.COLUMNS.grid(xs, points, inputSize()),
                Layout.COLUMNS.grid(results, points, union.size()));
        return new JacobianBatch(this, points, results, union, used, groups.ofPoints(points));
    }

    @Override
    public void batch(int points, Layout layout, double[] xs, double[] results) {
        checkBatch(points, xs.length, results.length);
        PathGroups groups = PathGroups.of(paths, points, layout.grid(xs, points, inputSize()));
        List<StraightPlan> used = plans(groups);
        if (used.size() == 1 && used.get(0).places() == places()) {
            used.get(0).batch(points, layout, xs, results);
        } else {
            PathRuns.run(
                    precision(),
                    groups,
                    used,
                    places(),
                    layout.grid(xs, points, inputSize()),
                    layout.grid(results, points, places().size()));
        }
    }

    @Override
    public void batch(int points, Layout layout, float[] xs, float[] results) {
        checkBatch(points, xs.length, results.length);
        if (precision() == Precision.FLOAT64) {
            throw Executor.notFloat32();
        }
        PathGroups groups = PathGroups.of(paths, points, layout.grid(xs, points, inputSize()));
        PathRuns.run(
                precision(),
                groups,
                plans(groups),
                places(),
                layout.grid(xs, points, inputSize()),
                layout.grid(results, points, places().size()));
    }

    /** New ones are made on all cores. */
    private List<StraightPlan> plans(PathGroups groups) {
        return groups.paths().parallelStream().map(this::plan).toList();
    }

    @Override
    public boolean isVector() {
        return own.isVector();
    }

    @Override
    public int lanes() {
        return own.lanes();
    }
}
