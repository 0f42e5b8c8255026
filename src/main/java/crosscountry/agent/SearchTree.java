package crosscountry.agent;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One tree search, to be drawn: the statistics of its root, and the tree by depth, most visited first.
 *
 * @param vertices the vertex numbers of the root's open vertices, in the order of the statistics
 */
public record SearchTree(Graph graph, int simulations, RootStatistics root, List<Integer> vertices, List<Node> nodes) {
    /**
     * A move that was tried.
     *
     * @param parent place in {@link SearchTree#nodes}; -1 for the root, which is no move
     * @param vertex that the move eliminates
     * @param visits simulations that took the move
     * @param prior the evaluator's probability of the move
     * @param total expected cost of the whole game through the move
     */
    public record Node(int parent, int depth, int vertex, int visits, double prior, double total) {}

    public SearchTree {
        vertices = List.copyOf(vertices);
        nodes = List.copyOf(nodes);
    }

    /** A search without chance from the start of a graph. */
    public static SearchTree of(Graph graph, Evaluator evaluator, GumbelSettings settings) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (template.size() == 0) {
            throw new GraphException(graph.name() + " has no vertex to eliminate");
        }
        GumbelSearch search = new GumbelSearch(template.start(), settings.withNoise(0), new SplittableRandom(0));
        while (!search.isReady()) {
            search.accept(evaluator.evaluate(search.select()));
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(-1, 0, 0, settings.simulations(), 1, search.root().value(settings.backup())));
        collect(template, search.root(), 0, 0, 0, settings.backup(), nodes);
        RootStatistics root = search.statistics();
        List<Integer> vertices = new ArrayList<>();
        for (int index : root.open()) {
            vertices.add(template.vertex(index));
        }
        return new SearchTree(graph, settings.simulations(), root, vertices, nodes);
    }

    private static void collect(
            StateTemplate template,
            TreeNode node,
            int place,
            int depth,
            long spent,
            GumbelSettings.Backup backup,
            List<Node> nodes) {
        List<Integer> tried = new ArrayList<>();
        for (int k = 0; k < node.open.length; k++) {
            if (node.visits[k] > 0) {
                tried.add(k);
            }
        }
        tried.sort((a, b) -> node.visits[b] - node.visits[a]);
        for (int k : tried) {
            nodes.add(new Node(
                    place,
                    depth + 1,
                    template.vertex(node.open[k]),
                    node.visits[k],
                    node.prior[k],
                    spent + node.cost(k, backup)));
            collect(template, node.children[k], nodes.size() - 1, depth + 1, spent + node.stepCosts[k], backup, nodes);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d simulations: vertex %d, %.1f in all%n%8s %8s %8s %8s %9s",
                graph.name(),
                simulations,
                vertices.get(place()),
                nodes.get(0).total(),
                "vertex",
                "prior",
                "visits",
                "cost",
                "improved"));
        for (int k = 0; k < vertices.size(); k++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%8d %8.3f %8d %8s %9.3f",
                    vertices.get(k),
                    root.prior()[k],
                    root.visits()[k],
                    Double.isNaN(root.costs()[k]) ? "-" : String.format(Locale.ROOT, "%.1f", root.costs()[k]),
                    root.improved()[k]));
        }
        return text.toString();
    }

    private int place() {
        return Arrays.binarySearch(root.open(), root.chosen());
    }

    /** The vertex that the search would eliminate. */
    public int chosen() {
        return vertices.get(place());
    }
}
