package crosscountry.search;

import crosscountry.elimination.Order;
import crosscountry.elimination.state.Locality;
import crosscountry.elimination.state.SparseState;
import crosscountry.elimination.state.SparseTemplate;
import crosscountry.elimination.state.StateTemplate;
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
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Search on graphs of scalars that are too large for rows of bits: the cheapest of the orders that treat every round of
 * a loop alike, forward, reverse and Markowitz, reordered at equal cost so that neighbours are close together, then
 * neighbourhoods of consecutive steps, each annealed as a small problem of its own. The cost of a neighbourhood, and
 * the edges it leaves, depend only on the set eliminated before it; so the neighbourhoods of one pass are independent,
 * and improving one improves the whole. Neighbourhoods with copies or with very many neighbours are skipped; after two
 * passes without any other the search ends. Time and memory grow with the number of edges. Where time is short, one
 * order by rounds and one sweep are counted, or both sweeps where there are no loops, and what follows is left out.
 */
final class LargeSearch {
    private static final int NEIGHBOURHOOD = 48;
    /** The share of the budget that goes to orders which are alike in every round of a loop. */
    private static final double ROUNDS = 0.4;

    /** Orders of rounds tried from each beginning at first: few, since the time may be short. */
    private static final int FIRST_LOOK = 250;

    private static final int MOST_COLUMNS = 1024;
    private static final int TRIES = 3000;

    private final SparseTemplate template;
    private final SearchOptions options;
    private final long start;
    private final List<Best> found = new ArrayList<>();
    private final AtomicLong evaluations = new AtomicLong();
    private final AtomicLong total = new AtomicLong(Long.MAX_VALUE);
    /** Indices. */
    private int[] order;
    /** The best of the orders by rounds; null for none. */
    private int[] byRounds;

    private LargeSearch(SparseTemplate template, SearchOptions options, long start) {
        this.template = template;
        this.options = options;
        this.start = start;
    }

    /** @param start when the search was asked for, as {@link System#nanoTime} says */
    static SearchResult solve(SparseTemplate template, SearchOptions options, long start) {
        return new LargeSearch(template, options, start).solve();
    }

    private SearchResult solve() {
        byRounds();
        classical();
        boolean rounds = order == byRounds;
        int idle = 0;
        for (int pass = 0; idle < 2 && !isOver(); pass++) {
            order = Locality.of(template.start(), order, this::isOver);
            long before = evaluations.get();
            pass(pass, this::isOver);
            idle = evaluations.get() == before ? idle + 1 : 0;
            if (total.get() < found.get(found.size() - 1).total()) {
                tell();
            }
        }
        return new SearchResult(
                template.graph(),
                template.rules(),
                (rounds ? "rounds of loops, then " : "") + "neighbourhoods of " + NEIGHBOURHOOD,
                found,
                Optional.empty(),
                Math.min(total.get(), VertexCountBound.of(template.graph(), template.edges())),
                seconds(),
                evaluations.get());
    }

    private boolean isOver() {
        return options.stopped().getAsBoolean()
                || System.nanoTime() - start >= options.budget().nanos()
                || evaluations.get() >= options.budget().evaluations();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private void tell() {
        List<Integer> vertices = new ArrayList<>(order.length);
        for (int index : order) {
            vertices.add(template.vertex(index));
        }
        Best best = new Best(new Order(vertices), total.get(), seconds(), evaluations.get());
        found.add(best);
        options.listener().accept(best);
    }

    /**
     * Orders that are alike in every round of a loop: one to begin with, then the best found, the first at any rate.
     */
    private void byRounds() {
        Optional<PeriodicSearch> search = PeriodicSearch.of(template.graph(), template.rules());
        if (search.isEmpty()) {
            return;
        }
        take(search.get().beginning(template::index));
        long began = System.nanoTime();
        BooleanSupplier over = () -> options.stopped().getAsBoolean()
                || System.nanoTime() - began >= ROUNDS * options.budget().nanos()
                || evaluations.get() >= ROUNDS * options.budget().evaluations();
        Iterator<int[]> candidates = search.get()
                .run(template::index, options.threads(), options.seed(), FIRST_LOOK, evaluations::addAndGet, over)
                .iterator();
        for (BooleanSupplier late = options.stopped();
                candidates.hasNext() && !late.getAsBoolean();
                late = this::isOver) {
            int[] candidate = candidates.next();
            if (!Arrays.equals(candidate, order)) {
                take(candidate);
            }
        }
        byRounds = order;
    }

    /**
     * Forward, reverse and Markowitz. The first sweep goes from the smaller side, since no vertex has more neighbours
     * there than there are inputs, or outputs; it is counted even when it is over.
     */
    private void classical() {
        int[] forward = new int[template.size()];
        Arrays.setAll(forward, index -> index);
        int[] reverse = new int[forward.length];
        Arrays.setAll(reverse, k -> forward.length - 1 - k);
        boolean ahead =
                template.graph().inputs().size() < template.graph().outputs().size();
        take(ahead ? forward : reverse);
        if (byRounds == null || !isOver()) {
            take(ahead ? reverse : forward);
        }
        if (!isOver()) {
            SparseState state = template.start();
            int[] degrees = state.playMarkowitz(total.get(), this::isOver);
            evaluations.incrementAndGet();
            if (state.done()) {
                take(degrees, state.spent());
            }
        }
    }

    /** Counts an order: the first as long as that takes, later ones, once it is over, for as long as the budget. */
    private void take(int[] candidate) {
        long began = System.nanoTime();
        BooleanSupplier late = () -> options.stopped().getAsBoolean()
                || isOver() && System.nanoTime() - began >= options.budget().nanos();
        long cost = template.total(candidate, total.get(), order == null ? () -> false : late);
        evaluations.incrementAndGet();
        take(candidate, cost);
    }

    private void take(int[] candidate, long cost) {
        if (cost < total.get()) {
            total.set(cost);
            order = candidate;
            tell();
        }
    }

    /**
     * Every neighbourhood once, the first of every second pass half as long; the state advances with one batch of
     * neighbourhoods at a time.
     */
    private void pass(int pass, BooleanSupplier over) {
        SparseState game = template.start();
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
