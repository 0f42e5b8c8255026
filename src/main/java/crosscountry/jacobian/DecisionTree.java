package crosscountry.jacobian;

import crosscountry.graph.Condition;
import crosscountry.graph.Operand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The decisions of known paths as a tree. A point that breaks a condition of a path shares all earlier decisions with
 * that path. So the numbers that the condition compares tell which way the point goes there, and a path that goes the
 * same way is tried next. Each trial settles at least one more decision, however many paths there are.
 */
final class DecisionTree {
    /** What follows some decisions: one of the paths that took them, and the branches from here. */
    private record Node(KnownPath some, Map<Condition, Node> next) {
        /**
         * The tree below this node with one more path, all of whose decisions come after this node; nodes off the path
         * are shared.
         */
        Node with(KnownPath path) {
            List<Condition> conditions = path.graph().conditions();
            List<Node> passed = new ArrayList<>(List.of(this));
            for (Condition condition : conditions) {
                passed.add(passed.get(passed.size() - 1).next.getOrDefault(condition, new Node(path, Map.of())));
            }
            Node below = passed.get(conditions.size());
            for (int depth = conditions.size() - 1; depth >= 0; depth--) {
                Map<Condition, Node> more = new LinkedHashMap<>(passed.get(depth).next);
                more.put(conditions.get(depth), below);
                below = new Node(passed.get(depth).some, more);
            }
            return below;
        }
    }

    private final List<KnownPath> paths;
    private final Node root;
    /** Filled on demand. */
    private final Map<KnownPath, Turns> turns = new ConcurrentHashMap<>();

    private DecisionTree(List<KnownPath> paths, Node root) {
        this.paths = List.copyOf(paths);
        this.root = root;
    }

    static DecisionTree of(List<KnownPath> paths) {
        DecisionTree tree = new DecisionTree(List.of(), new Node(null, Map.of()));
        for (KnownPath path : paths) {
            tree = tree.with(path);
        }
        return tree;
    }

    DecisionTree with(KnownPath path) {
        List<KnownPath> more = new ArrayList<>(paths);
        more.add(path);
        return new DecisionTree(more, root.with(path));
    }

    List<KnownPath> paths() {
        return paths;
    }

    /** Where points may go from a path; nowhere if the path is not in the tree. */
    Turns from(KnownPath path) {
        Turns known = turns.get(path);
        return known != null ? known : turns.computeIfAbsent(path, this::turns);
    }

    private Turns turns(KnownPath path) {
        List<List<Turns.Way>> all = new ArrayList<>();
        Node at = root;
        for (Condition condition : path.graph().conditions()) {
            List<Turns.Way> ways = new ArrayList<>();
            if (at != null) {
                at.next().forEach((other, node) -> add(ways, condition, other, node.some()));
                at = at.next().get(condition);
            }
            all.add(ways);
        }
        return new Turns(all);
    }

    /**
     * Decisions about other values than {@code own} come from functions that number their values differently on each
     * path.
     */
    private static void add(List<Turns.Way> ways, Condition own, Condition other, KnownPath path) {
        boolean literal = other.right() instanceof Operand.Literal;
        if (!other.equals(own)
                && other.left().equals(own.left())
                && (literal || other.right().equals(own.right()))) {
            double value = literal ? ((Operand.Literal) other.right()).value().data()[0] : Double.NaN;
            ways.add(new Turns.Way(other.relation(), literal, value, path));
        }
    }
}
