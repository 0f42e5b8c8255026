package crosscountry.jacobian;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Origin;
import crosscountry.jacobian.code.BackEnd;
import crosscountry.jacobian.program.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The paths that points have taken through a function. When there are too many, the half that was used most recently is
 * kept, so that a function with a path for every point does not fill the memory. Safe for any number of threads.
 */
final class Paths {
    /** How many paths are kept; others are looked up again. */
    static final int MOST = 256;

    private final BackEnd backEnd;
    private final KnownPath own;
    private final int outputs;
    private volatile DecisionTree tree;
    /** How often a path was added. */
    private volatile long time;

    Paths(Graph graph, BackEnd backEnd) {
        this.backEnd = backEnd;
        own = new KnownPath(graph, graph, Guard.of(graph, backEnd), 0);
        outputs = Selection.outputs(graph);
        tree = DecisionTree.of(List.of(own));
    }

    /** The path of the graph that the plan was made for. */
    KnownPath own() {
        return own;
    }

    /** The paths that are kept. */
    DecisionTree tree() {
        return tree;
    }

    /** The path of a point: the numbers from {@code x[from]} on, which is point {@code number} of a batch, or -1. */
    KnownPath of(double[] x, int from, int number) {
        DecisionTree known = tree;
        KnownPath path = own;
        int passed = Guard.HOLDS;
        while (path != null) {
            Guard guard = path.guard();
            double[] compared = guard.numbers(x, from);
            int broken = guard.broken(compared);
            if (broken == Guard.HOLDS) {
                path.use(time);
                taken(path, 1);
                return path;
            }
            // no path further down the tree may break what was decided above; one of another numbering might
            Turns turns = known.from(path);
            path = broken > passed
                    ? turns.next(turns.of(broken, compared[2 * broken], compared[2 * broken + 1]))
                    : null;
            passed = broken;
        }
        KnownPath met = met(Arrays.copyOfRange(x, from, from + own.guard().inputs()), number);
        taken(met, 1);
        return met;
    }

    /** Counts this many points as computed on the path. */
    void taken(KnownPath path, long points) {
        own.graph().origin().ifPresent(origin -> origin.taken(path.met(), points));
    }

    /** The path, from the function's origin, of a point that takes none of the known ones. */
    KnownPath met(double[] point, int number) {
        Graph graph = own.graph();
        Origin origin = graph.origin().orElseThrow(() -> elsewhere(point, number));
        Graph found = origin.at(point);
        origin.taken(found, -1); // its points are counted when they are computed
        if (Selection.inputs(found) != point.length || Selection.outputs(found) != outputs) {
            throw new GraphException(at(number) + "the path of " + graph.name() + " takes " + Selection.inputs(found)
                    + " numbers to " + Selection.outputs(found) + ", that of its graph " + point.length + " to "
                    + outputs + "; a Jacobian has one size");
        }
        synchronized (this) {
            for (KnownPath path : tree.paths()) {
                if (path.is(found)) {
                    return path;
                }
            }
        }
        Graph named = found.name().equals(graph.name()) ? found : found.named(graph.name());
        return add(
                new KnownPath(found, named, Guard.of(named, backEnd.inFloat64().late()), time));
    }

    private synchronized KnownPath add(KnownPath path) {
        for (KnownPath other : tree.paths()) {
            if (other.is(path.met())) {
                return other; // another thread was faster
            }
        }
        if (tree.paths().size() == MOST) {
            List<KnownPath> kept = new ArrayList<>(tree.paths());
            kept.remove(own);
            kept.sort(Comparator.comparingLong(KnownPath::used).reversed());
            kept.subList(MOST / 2, kept.size()).clear();
            kept.add(0, own);
            tree = DecisionTree.of(kept);
        }
        path.use(++time);
        tree = tree.with(path);
        return path;
    }

    private GraphException elsewhere(double[] point, int number) {
        Graph graph = own.graph();
        double[] compared = own.guard().numbers(point, 0);
        int broken = own.guard().broken(compared);
        Condition condition = graph.conditions().get(broken);
        return new GraphException(at(number) + graph.name() + " was followed where " + condition.text(graph)
                + ", which does not hold here (left " + compared[2 * broken] + ", right " + compared[2 * broken + 1]
                + "): its graph is not the function's at this point");
    }

    private static String at(int number) {
        return number < 0 ? "" : "point " + number + ": ";
    }
}
