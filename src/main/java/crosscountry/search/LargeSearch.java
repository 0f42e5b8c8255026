package crosscountry.search;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.elimination.state.Locality;
import crosscountry.elimination.state.SparseState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Search on graphs of scalars that are too large for rows of bits: the cheapest of forward, reverse and Markowitz, put
 * so that neighbours stand near each other, then windows of consecutive steps annealed each as a small game of its own.
 * What a window costs, and what it leaves behind, depends on nothing but the set that is gone before it; so windows of
 * one pass are independent, and an improvement of one is one of the whole. Time and memory follow the number of edges.
 */
final class LargeSearch {
    /** From this many eliminable vertices on rows of bits cost more than lists. */
    static final int LARGE = 4000;

    private static final int WINDOW = 48;
    private static final int MOST_COLUMNS = 1024;
    private static final int TRIES = 3000;

    private final Graph graph;
    private final CostModel rules;
    private final Solver solver;
    private final long start = System.nanoTime();
    private final List<Best> found = new ArrayList<>();
    private final AtomicLong evaluations = new AtomicLong();
    private final AtomicLong total = new AtomicLong(Long.MAX_VALUE);
    /** The vertex number of each index. */
    private int[] vertices;
    /** Indices. */
    private int[] order;

    private LargeSearch(Graph graph, CostModel rules, Solver solver) {
        this.graph = graph;
        this.rules = rules;
        this.solver = solver;
    }

    static SearchResult solve(Graph graph, CostModel rules, Solver solver) {
        return new LargeSearch(graph, rules, solver).solve();
    }

    private SearchResult solve() {
        first();
        BooleanSupplier over = () -> solver.stopped().getAsBoolean()
                || seconds() * 1e9 >= solver.budget().nanos()
                || evaluations.get() >= solver.budget().evaluations();
        for (int pass = 0; !over.getAsBoolean(); pass++) {
            order = Locality.of(SparseState.of(graph, rules), order);
            pass(pass, over);
            if (total.get() < found.get(found.size() - 1).total()) {
                tell();
            }
        }
        return new SearchResult(
                graph,
                rules,
                "windows of " + WINDOW,
                found,
                Optional.empty(),
                Math.min(total.get(), atLeastOne(graph, rules)),
                seconds(),
                evaluations.get());
    }

    /** Vertices between an input and an output: each has an edge on both sides when it goes, and costs at least 1. */
    static long atLeastOne(Graph graph, CostModel rules) {
        List<Edge> edges = InitialEdges.of(graph, rules);
        BitSet reached = new BitSet();
        reached.set(1, graph.inputs().size() + 1);
        for (Edge edge : edges) { // by target; where a file states them otherwise, less is proved
            if (reached.get(edge.source())) {
                reached.set(graph.id(edge.target()));
            }
        }
        OutputVertices outputs = OutputVertices.of(graph);
        BitSet needed = new BitSet();
        outputs.terminal().forEach(vertex -> needed.set(graph.id(vertex)));
        outputs.virtual().values().forEach(vertex -> needed.set(graph.id(vertex)));
        BitSet dear = new BitSet();
        for (int k = edges.size() - 1; k >= 0; k--) {
            Edge edge = edges.get(k);
            if (needed.get(graph.id(edge.target()))) {
                needed.set(edge.source());
                dear.set(
                        edge.source(), dear.get(edge.source()) || edge.type() != EdgeType.COPY); // a copy costs nothing
            }
        }
        dear.and(reached);
        dear.clear(0, graph.inputs().size() + 1);
        return dear.cardinality();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void tell() {
        Best best = new Best(
                new Order(
                        Arrays.stream(order).mapToObj(index -> vertices[index]).toList()),
                total.get(),
                seconds(),
                evaluations.get());
        found.add(best);
        solver.listener().accept(best);
    }

    private void first() {
        SparseState markowitz = SparseState.of(graph, rules);
        vertices = new int[markowitz.size()];
        Arrays.setAll(vertices, markowitz::vertex);
        int[] degrees = markowitz.playMarkowitz();
        int[] forward = degrees.clone();
        Arrays.sort(forward);
        int[] reverse = new int[forward.length];
        Arrays.setAll(reverse, k -> forward[forward.length - 1 - k]);
        for (int[] candidate : List.of(degrees, reverse, forward)) {
            if (order == null
                    || !solver.stopped().getAsBoolean()
                            && seconds() * 1e9 < solver.budget().nanos()) {
                long cost = cost(candidate);
                evaluations.incrementAndGet();
                if (cost < total.get()) {
                    total.set(cost);
                    order = candidate;
                    tell();
                }
            }
        }
    }

    /** Given up as soon as it is dearer than the best. */
    private long cost(int[] indices) {
        SparseState game = SparseState.of(graph, rules);
        for (int k = 0; k < indices.length && game.spent() < total.get(); k++) {
            game.eliminate(indices[k]);
        }
        return game.spent();
    }

    /**
     * Every window once, the first of each second pass half as long; the game walks along with one batch of windows at
     * a time.
     */
    private void pass(int pass, BooleanSupplier over) {
        SparseState game = SparseState.of(graph, rules);
        int from = 0;
        List<Part> batch = new ArrayList<>();
        while (from < order.length && !over.getAsBoolean()) {
            int to = Math.min(order.length, from + (from == 0 && pass % 2 == 1 ? WINDOW / 2 : WINDOW));
            Part part = Part.of(game, order, from, to);
            if (part != null) {
                batch.add(part);
            }
            for (int k = from; k < to; k++) {
                game.eliminate(order[k]);
            }
            from = to;
            if (batch.size() >= 64 * solver.threads() || from == order.length) {
                improve(batch, pass, over);
                batch.clear();
            }
        }
    }

    private void improve(List<Part> batch, int pass, BooleanSupplier over) {
        AtomicInteger next = new AtomicInteger();
        parallel(thread -> {
            for (int k = next.getAndIncrement(); k < batch.size() && !over.getAsBoolean(); k = next.getAndIncrement()) {
                Part part = batch.get(k);
                long seed = new SplittableRandom(solver.seed() * 31 + pass).nextLong() + part.from();
                Search search = new Search(part.template(), Budget.evaluations(TRIES), seed, 1, 0, over, best -> {});
                int[] old = new int[part.template().size()];
                Arrays.setAll(old, index -> index);
                long cost = part.template().start().total(old);
                search.offer(old, cost);
                Annealing.keeping().run(search);
                evaluations.addAndGet(search.evaluations());
                if (search.total() < cost) {
                    int[] members = part.members();
                    int[] better = search.order();
                    for (int step = 0; step < better.length; step++) {
                        order[part.from() + step] = members[better[step]];
                    }
                    total.addAndGet(search.total() - cost);
                }
            }
        });
    }

    private void parallel(IntConsumer work) {
        List<Thread> threads = new ArrayList<>();
        List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
        for (int k = 1; k < solver.threads(); k++) {
            int number = k;
            Thread thread = new Thread(
                    () -> {
                        try {
                            work.accept(number);
                        } catch (RuntimeException e) {
                            failures.add(e);
                        }
                    },
                    "windows-" + k);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        work.accept(0);
        threads.forEach(Solver::join);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** A window as a game: its vertices in their order, with all edges that they have when it begins. */
    private record Part(int from, int[] members, StateTemplate template) {
        /** Null for a window with more neighbours than are worth while. */
        static Part of(SparseState game, int[] order, int from, int to) {
            int[] members = Arrays.copyOfRange(order, from, to);
            Map<Integer, Integer> places = new HashMap<>();
            for (int member : members) {
                places.put(member, places.size());
            }
            Map<Integer, Integer> sources = new HashMap<>();
            Map<Integer, Integer> targets = new HashMap<>();
            List<int[]> arcs = new ArrayList<>();
            for (int k = 0; k < members.length; k++) {
                for (int j = 0; j < game.inDegree(members[k]); j++) {
                    arcs.add(new int[] {column(game.sources(members[k])[j], places, sources), k});
                }
                for (int j = 0; j < game.outDegree(members[k]); j++) {
                    if (!places.containsKey(game.targets(members[k])[j])) {
                        arcs.add(new int[] {k, column(game.targets(members[k])[j], places, targets)});
                    }
                }
            }
            int columns = members.length + Math.max(sources.size(), targets.size());
            boolean copied = Arrays.stream(members).anyMatch(game::isCopied); // a small game would count its copy
            return columns > MOST_COLUMNS || copied
                    ? null
                    : new Part(from, members, StateTemplate.part(members.length, columns, arcs));
        }

        private static int column(int column, Map<Integer, Integer> places, Map<Integer, Integer> others) {
            Integer place = places.get(column);
            return place != null ? place : places.size() + others.computeIfAbsent(column, key -> others.size());
        }
    }
}
