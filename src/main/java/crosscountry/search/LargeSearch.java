package crosscountry.search;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Locality;
import crosscountry.elimination.state.SparseState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.bound.VertexCountBound;
import crosscountry.search.loop.PeriodicSearch;
import crosscountry.search.method.Annealing;
import crosscountry.search.method.Best;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchOptions;
import crosscountry.search.method.ThreadTeam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Search on graphs of scalars that are too large for rows of bits: the cheapest of forward, reverse, Markowitz and the
 * orders that treat every round of a loop alike, reordered at equal cost so that neighbours are close together, then
 * neighbourhoods of consecutive steps, each annealed as a small problem of its own. The cost of a neighbourhood, and
 * the edges it leaves, depend only on the set eliminated before it; so the neighbourhoods of one pass are independent,
 * and improving one improves the whole. Neighbourhoods with copies or with very many neighbours are skipped; after two
 * passes without any other the search ends. Time and memory grow with the number of edges.
 */
final class LargeSearch {
    private static final int NEIGHBOURHOOD = 48;
    /** The share of the budget that goes to orders which are alike in every round of a loop. */
    private static final double ROUNDS = 0.4;

    private static final int MOST_COLUMNS = 1024;
    private static final int TRIES = 3000;

    private final Graph graph;
    private final CostModel rules;
    private final SearchOptions options;
    private final long start = System.nanoTime();
    private final List<Best> found = new ArrayList<>();
    private final AtomicLong evaluations = new AtomicLong();
    private final AtomicLong total = new AtomicLong(Long.MAX_VALUE);
    /** The vertex number of each index. */
    private int[] vertices;
    /** The index of each vertex number, -1 for outputs. */
    private int[] indices;
    /** Indices. */
    private int[] order;
    /** True where an order by rounds was better than the classical ones. */
    private boolean byRounds;

    private LargeSearch(Graph graph, CostModel rules, SearchOptions options) {
        this.graph = graph;
        this.rules = rules;
        this.options = options;
    }

    static SearchResult solve(Graph graph, CostModel rules, SearchOptions options) {
        return new LargeSearch(graph, rules, options).solve();
    }

    private SearchResult solve() {
        first();
        byRounds();
        BooleanSupplier over = () -> options.stopped().getAsBoolean()
                || seconds() * 1e9 >= options.budget().nanos()
                || evaluations.get() >= options.budget().evaluations();
        int idle = 0;
        for (int pass = 0; idle < 2 && !over.getAsBoolean(); pass++) {
            order = Locality.of(SparseState.of(graph, rules), order);
            long before = evaluations.get();
            pass(pass, over);
            idle = evaluations.get() == before ? idle + 1 : 0;
            if (total.get() < found.get(found.size() - 1).total()) {
                tell();
            }
        }
        return new SearchResult(
                graph,
                rules,
                (byRounds ? "rounds of loops, then " : "") + "neighbourhoods of " + NEIGHBOURHOOD,
                found,
                Optional.empty(),
                Math.min(total.get(), VertexCountBound.of(graph, rules)),
                seconds(),
                evaluations.get());
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
        options.listener().accept(best);
    }

    private void first() {
        SparseState markowitz = SparseState.of(graph, rules);
        vertices = new int[markowitz.size()];
        Arrays.setAll(vertices, markowitz::vertex);
        indices = new int[graph.vertices().size() + 1];
        Arrays.setAll(indices, markowitz::index);
        int[] degrees = markowitz.playMarkowitz();
        int[] forward = degrees.clone();
        Arrays.sort(forward);
        int[] reverse = new int[forward.length];
        Arrays.setAll(reverse, k -> forward[forward.length - 1 - k]);
        for (int[] candidate : List.of(degrees, reverse, forward)) {
            if (order == null
                    || !options.stopped().getAsBoolean()
                            && seconds() * 1e9 < options.budget().nanos()) {
                take(candidate);
            }
        }
    }

    /** Orders that are alike in every round of a loop. */
    private void byRounds() {
        PeriodicSearch.of(graph, rules)
                .ifPresent(search -> search.run(
                                vertex -> indices[vertex],
                                options.threads(),
                                options.seed(),
                                evaluations::addAndGet,
                                this::roundsAreOver)
                        .forEach(candidate -> byRounds |= take(candidate)));
    }

    private boolean roundsAreOver() {
        return options.stopped().getAsBoolean()
                || seconds() * 1e9 >= ROUNDS * options.budget().nanos()
                || evaluations.get() >= ROUNDS * options.budget().evaluations();
    }

    /** True where it is the best so far. */
    private boolean take(int[] candidate) {
        long cost = cost(candidate);
        evaluations.incrementAndGet();
        if (cost >= total.get()) {
            return false;
        }
        total.set(cost);
        order = candidate;
        tell();
        return true;
    }

    /** Stops as soon as the cost exceeds the incumbent's. */
    private long cost(int[] indices) {
        SparseState game = SparseState.of(graph, rules);
        for (int k = 0; k < indices.length && game.spent() < total.get(); k++) {
            game.eliminate(indices[k]);
        }
        return game.spent();
    }

    /**
     * Every neighbourhood once, the first of every second pass half as long; the state advances with one batch of
     * neighbourhoods at a time.
     */
    private void pass(int pass, BooleanSupplier over) {
        SparseState game = SparseState.of(graph, rules);
        int from = 0;
        List<Part> batch = new ArrayList<>();
        while (from < order.length && !over.getAsBoolean()) {
            int to = Math.min(order.length, from + (from == 0 && pass % 2 == 1 ? NEIGHBOURHOOD / 2 : NEIGHBOURHOOD));
            Part part = Part.of(game, order, from, to);
            if (part != null) {
                batch.add(part);
            }
            for (int k = from; k < to; k++) {
                game.eliminate(order[k]);
            }
            from = to;
            if (batch.size() >= 64 * options.threads() || from == order.length) {
                improve(batch, pass, over);
                batch.clear();
            }
        }
    }

    private void improve(List<Part> batch, int pass, BooleanSupplier over) {
        AtomicInteger next = new AtomicInteger();
        ThreadTeam.run(options.threads(), "neighbourhoods", thread -> {
            for (int k = next.getAndIncrement(); k < batch.size() && !over.getAsBoolean(); k = next.getAndIncrement()) {
                Part part = batch.get(k);
                long seed = new SplittableRandom(options.seed() * 31 + pass).nextLong() + part.from();
                RunningSearch search = new RunningSearch(
                        part.template(),
                        SearchOptions.of(Budget.evaluations(TRIES))
                                .seed(seed)
                                .threads(1)
                                .stopWhen(over));
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

    /**
     * A neighbourhood as a problem of its own: its vertices in their order, with all edges that they have at its start.
     */
    private record Part(int from, int[] members, StateTemplate template) {
        /** Null for a neighbourhood with copies or too many neighbours. */
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
            boolean copied = Arrays.stream(members).anyMatch(game::hasCopy); // a small game would count its products
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
