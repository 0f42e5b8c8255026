package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.Origin;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The origin of a branching function's derivative: it has a graph of the derivative for each path. Calling it computes
 * the derivative.
 */
final class DerivativeOrigin implements Origin {
    private final PathsPlan plan;
    private final Map<KnownPath, Graph> graphs = new ConcurrentHashMap<>();

    DerivativeOrigin(PathsPlan plan) {
        this.plan = plan;
    }

    /** The same object at each call, so that what is remembered for it is found again. */
    Graph graph(KnownPath path) {
        if (graphs.size() >= 2 * Paths.MOST) {
            graphs.keySet().retainAll(new HashSet<>(plan.paths().tree().paths()));
        }
        Optional<Origin> origin = plan.graph().origin().map(any -> this);
        return graphs.computeIfAbsent(path, key -> {
            StraightPlan own = plan.plan(key);
            return DerivativeGraph.of(own.graph(), own.program(), own.selection(), origin);
        });
    }

    @Override
    public Graph at(double... point) {
        return graph(plan.paths().of(point, 0, -1));
    }

    @Override
    public double[] call(double... point) {
        return Arrays.stream(plan.at(point).matrix())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    @Override
    public List<Path> paths() {
        List<Path> taken = plan.graph().origin().map(Origin::paths).orElse(List.of());
        return plan.paths().tree().paths().stream()
                .map(known -> new Path(
                        graph(known),
                        taken.stream()
                                .filter(path -> path.graph()
                                        .conditions()
                                        .equals(known.graph().conditions()))
                                .mapToLong(Path::points)
                                .sum()))
                .toList();
    }
}
