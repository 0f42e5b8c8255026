package crosscountry.trace;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * The paths through a function as a tree of its decisions. A deterministic function runs the same way up to the first
 * decision with another outcome. So paths share the beginnings of their conditions and of their graphs, and one walk
 * finds the path of a point. When there are too many paths, those that few points took are forgotten.
 */
final class PathTree {
    static final int MOST = 1000;
    private volatile Node root = new Node();
    private final List<Leaf> leaves = new CopyOnWriteArrayList<>();
    /** The path taken last: the next point usually takes it too. */
    private volatile Leaf last;

    /** What has been decided so far; a leaf has a path and no branches. */
    private static final class Node {
        final List<Branch> branches = new CopyOnWriteArrayList<>();
        volatile Leaf leaf;
    }

    /** One outcome of the next decision, as a condition of one of the graphs that have it. */
    private record Branch(Condition condition, Graph graph, Node next) {}

    private record Leaf(Graph graph, LongAdder points) {}

    /** The graph whose conditions hold at this point; null if no path known has them. */
    Graph find(double[] point) {
        ScalarValues values = new ScalarValues(point);
        Node node = root;
        while (node.leaf == null) {
            Node next = null;
            for (Branch branch : node.branches) {
                if (branch.graph.inputs().size() == point.length && values.holds(branch.graph, branch.condition)) {
                    next = branch.next;
                    break;
                }
            }
            if (next == null) {
                return null;
            }
            node = next;
        }
        if (node.leaf.graph.inputs().size() != point.length) {
            return null;
        }
        node.leaf.points.increment();
        return node.leaf.graph;
    }

    /** Adds a path and counts the point that took it. */
    synchronized void add(Graph graph) {
        if (leaves.size() >= MOST) {
            List<Leaf> kept = new ArrayList<>(leaves);
            kept.sort(Comparator.comparingLong(leaf -> -leaf.points.sum()));
            leaves.clear();
            Node fresh = new Node();
            kept.subList(0, MOST / 2).forEach(leaf -> insert(fresh, leaf));
            root = fresh;
        }
        Leaf leaf = new Leaf(graph, new LongAdder());
        leaf.points.increment();
        insert(root, leaf);
    }

    private void insert(Node from, Leaf leaf) {
        Node node = from;
        for (Condition condition : leaf.graph.conditions()) {
            Branch branch = node.branches.stream()
                    .filter(known -> same(known.condition, condition))
                    .findFirst()
                    .orElse(null);
            if (branch == null) {
                branch = new Branch(condition, leaf.graph, new Node());
                node.branches.add(branch);
            }
            node = branch.next;
        }
        if (node.leaf == null) {
            leaves.add(leaf);
            node.leaf = leaf;
        }
    }

    private static boolean same(Condition a, Condition b) {
        return a.relation() == b.relation()
                && a.left().equals(b.left())
                && a.right().equals(b.right());
    }

    /** Counts this many more points on the path. */
    void taken(Graph graph, long points) {
        Leaf before = last;
        Leaf leaf = before != null && before.graph == graph
                ? before
                : leaves.stream().filter(one -> one.graph == graph).findFirst().orElse(null);
        if (leaf != null) {
            leaf.points.add(points);
            last = leaf;
        }
    }

    List<Origin.Path> all() {
        return leaves.stream()
                .map(leaf -> new Origin.Path(leaf.graph, leaf.points.sum()))
                .toList();
    }
}
