package crosscountry.search.bound;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Raises the bound by paths: vertices that cannot all reach their minimum are put into groups whose cost is counted
 * together ({@link Certificate}). Every partition into groups is a proof; annealing over partitions looks for a strong
 * one, with groups that grow over time. A single group of all vertices would give the optimum itself.
 */
public final class GroupBound {
    /** A group takes 2^size separators for each of its vertices in a row; these sizes are tried in turn. */
    private static final int[] SIZES = {6, 8, 10, 12, 14};

    private static final int REMEMBERED = 200_000;
    /**
     * Moves between two groups of which nothing more can be proved gain nothing, but may help others later: one in so
     * many.
     */
    private static final int TIGHT_TRIES = 16;

    private static final double HOT = 1.0;
    private static final double COLD = 0.08;

    private final Graph graph;
    private final CostModel rules;
    private final Conditions conditions;
    private final Certificate start;
    private final List<Integer> ids;
    private final int offset;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final int[] groupOf;
    private final long[] least;
    private final Map<List<Integer>, Long> known = new HashMap<>();
    private final SplittableRandom random;
    private final Supplier<Order> order;
    /** What each vertex costs in the cheapest known order, which no group can be proved to exceed. */
    private final long[] costs;

    private Order counted;

    private GroupBound(
            Graph graph,
            CostModel rules,
            Certificate start,
            long seed,
            Supplier<Order> order,
            BooleanSupplier stopped) {
        this.graph = graph;
        this.rules = rules;
        this.order = order;
        this.start = start;
        offset = graph.inputs().size();
        conditions = new Conditions(ScalarEdges.of(graph, InitialEdges.of(graph, rules)), stopped);
        random = new SplittableRandom(seed);
        // a vertex without a path on one side costs nothing in any order and conflicts with nothing
        ids = start.paths().stream()
                .filter(paths -> paths.least() > 0)
                .map(paths -> graph.id(paths.vertex()))
                .toList();
        groupOf = new int[ids.size()];
        least = new long[ids.size()];
        costs = new long[ids.size()];
        for (int k = 0; k < ids.size(); k++) {
            groups.add(List.of(k));
            groupOf[k] = k;
            least[k] = value(List.of(k));
        }
    }

    /**
     * Looks for stronger certificates until it is stopped or out of time; on graphs with typed edges there are none.
     *
     * @param start by {@link CutBound}
     * @param order the cheapest known order, which says where nothing can be gained any more; null while there is none
     * @param progress share of the time spent, 0 to 1
     * @param stopped polled often; true ends it
     * @param better called with each stronger certificate
     */
    public static void improve(
            Graph graph,
            CostModel rules,
            Certificate start,
            long seed,
            Supplier<Order> order,
            DoubleSupplier progress,
            BooleanSupplier stopped,
            Consumer<Certificate> better) {
        if (!CutBound.isScalar(InitialEdges.of(graph, rules))) {
            return; // separators count paths, and a path of typed edges may cost nothing
        }
        try {
            GroupBound bound = new GroupBound(graph, rules, start, seed, order, stopped);
            if (bound.ids.size() > 1) {
                bound.anneal(progress, stopped, better);
            }
        } catch (CancellationException e) {
            // the best was reported
        }
    }

    private void anneal(DoubleSupplier progress, BooleanSupplier stopped, Consumer<Certificate> better) {
        long best = start.lowerBound();
        long sum = best;
        for (double gone = 0; gone < 1 && !stopped.getAsBoolean(); gone = progress.getAsDouble()) {
            count();
            double rounds = gone * SIZES.length;
            double temperature = HOT * Math.pow(COLD / HOT, rounds - Math.floor(rounds));
            for (int k = 0; k < 16; k++) {
                sum += move(SIZES[(int) rounds], temperature);
                if (sum > best) {
                    best = sum;
                    better.accept(certificate());
                }
            }
        }
    }

    private void count() {
        Order known = order.get();
        if (known == null || known == counted) {
            return;
        }
        counted = known;
        Map<Integer, Long> each = new HashMap<>();
        Elimination.run(graph, rules, known).steps().forEach(step -> each.put(graph.id(step.vertex()), step.cost()));
        Arrays.setAll(costs, k -> each.get(ids.get(k)));
    }

    /** Nothing more can be proved of this group, since its members cost no more in the known order. */
    private boolean isTight(int group) {
        return counted != null
                && groups.get(group).stream().mapToLong(member -> costs[member]).sum() == least[group];
    }

    /**
     * One vertex joins another's group, which gives one back where it is full, or leaves its own; returns what the
     * bound gains.
     */
    private long move(int size, double temperature) {
        int vertex = random.nextInt(ids.size());
        int other = random.nextInt(ids.size());
        int from = groupOf[vertex];
        int to = groupOf[other];
        if (!conditions.related(ids.get(vertex), ids.get(other))
                || from == to && groups.get(from).size() == 1) {
            return 0;
        }
        if (isTight(from) && isTight(to) && random.nextInt(TIGHT_TRIES) > 0) {
            return 0;
        }
        to = from == to ? empty() : to;
        List<Integer> left = new ArrayList<>(groups.get(from));
        List<Integer> joined = new ArrayList<>(groups.get(to));
        left.remove((Integer) vertex);
        if (joined.size() >= size) {
            left.add(joined.remove(random.nextInt(joined.size())));
        }
        joined.add(vertex);
        if (left.size() > size || joined.size() > size) {
            return 0;
        }
        long leftLeast = value(left);
        long joinedLeast = value(joined);
        long gain = leftLeast + joinedLeast - least[from] - least[to];
        if (gain < 0 && random.nextDouble() >= Math.exp(gain / temperature)) {
            return 0;
        }
        put(from, left, leftLeast);
        put(to, joined, joinedLeast);
        return gain;
    }

    private void put(int place, List<Integer> group, long value) {
        groups.set(place, group);
        least[place] = value;
        group.forEach(member -> groupOf[member] = place);
    }

    private int empty() {
        int place = 0;
        while (!groups.get(place).isEmpty()) {
            place++;
        }
        return place;
    }

    private long value(List<Integer> group) {
        List<Integer> key = group.stream().sorted().toList();
        Long value = known.get(key);
        if (value == null) {
            value = conditions.least(key.stream().map(ids::get).toList());
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            known.put(key, value);
        }
        return value;
    }

    /** Groups that prove no more than their members alone are left out. */
    private Certificate certificate() {
        List<Certificate.Group> listed = new ArrayList<>();
        List<Integer> grouped = new ArrayList<>();
        long sum = 0;
        for (int k = 0; k < groups.size(); k++) {
            List<Integer> members = groups.get(k).stream()
                    .sorted()
                    .map(member -> ids.get(member) - offset)
                    .toList();
            if (least[k]
                    > groups.get(k).stream()
                            .mapToLong(member -> value(List.of(member)))
                            .sum()) {
                listed.add(new Certificate.Group(members, least[k]));
                grouped.addAll(members);
                sum += least[k];
            }
        }
        List<Certificate.Paths> alone = start.paths().stream()
                .filter(paths -> !grouped.contains(paths.vertex()))
                .toList();
        sum += alone.stream().mapToLong(Certificate.Paths::least).sum();
        return new Certificate(start.graph(), sum, alone, listed);
    }
}
