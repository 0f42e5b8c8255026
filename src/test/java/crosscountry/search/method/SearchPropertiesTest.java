package crosscountry.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.RandomGraphs;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.PlainEdges;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.CertificateChecker;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import crosscountry.search.bound.GroupBound;
import crosscountry.search.bound.Remaining;
import crosscountry.search.bound.VertexCountBound;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SearchPropertiesTest {
    @Provide
    Arbitrary<Graph> small() {
        return RandomGraphs.scalar(7);
    }

    @Property(tries = 2000)
    void theExactMethodFindsTheOptimumOfAllOrdersAndNoBoundIsAboveIt(@ForAll("small") Graph graph) throws Exception {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (!template.isScalar()) {
            return;
        }
        long optimum =
                cheapest(graph, CostModel.PUBLISHED, new ArrayList<>(Legality.eliminable(graph)), new ArrayList<>());
        RunningSearch search = RunningSearch.of(template, Budget.evaluations(10), 1);
        new Exact().run(search);
        assertEquals(optimum, search.best().total());
        PlainEdges edges = PlainEdges.of(graph, CostModel.PUBLISHED).orElseThrow();
        assertTrue(VertexCountBound.of(graph, edges) <= optimum);
        RunningSearch branching = RunningSearch.of(template, Budget.evaluations(100_000), 1);
        new BranchAndBound().run(branching);
        assertEquals(optimum, branching.best().total());
        assertEquals(optimum, branching.proved());
        var certificate = CutBound.of(graph, CostModel.PUBLISHED).orElseThrow();
        assertTrue(certificate.lowerBound() <= optimum);
        assertEquals(certificate.lowerBound(), CertificateChecker.check(graph, certificate.json()));
        int[] looks = {0};
        List<Certificate> better = new ArrayList<>(List.of(certificate));
        GroupBound.improve(
                graph, CostModel.PUBLISHED, certificate, 1, () -> null, () -> 0.5, () -> looks[0]++ > 30, better::add);
        Certificate best = better.get(better.size() - 1);
        assertTrue(best.lowerBound() <= optimum, best.lowerBound() + " is above " + optimum);
        assertEquals(best.lowerBound(), CertificateChecker.check(graph, best.json()));
    }

    /**
     * From a position that is reached at random, the cheapest of all ways to the end is compared with the cheapest that
     * begins as reduced.
     */
    @Property(tries = 3000)
    void whatIsEliminatedAtOnceWithoutLossLosesNothing(@ForAll("small") Graph graph, @ForAll long seed) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (!template.isScalar() || template.size() < 2) {
            return;
        }
        Random random = new Random(seed);
        BitsetState game = template.start();
        for (int k = random.nextInt(template.size() - 1); k > 0; k--) {
            game.eliminate(random.ints(0, template.size())
                    .filter(game::isOpen)
                    .findFirst()
                    .orElseThrow());
        }
        long optimum = rest(game);
        int free = Reductions.free(game, Remaining.of(graph, CostModel.PUBLISHED));
        if (free >= 0) {
            assertEquals(optimum, game.eliminate(free) + rest(game), "free " + free);
            game.undo();
        }
        long withTwins = Long.MAX_VALUE;
        for (int v = 0; v < template.size(); v++) {
            if (game.isOpen(v)) {
                int twin = Reductions.twin(game, v);
                long cost = game.eliminate(v);
                withTwins = Math.min(withTwins, cost + (twin < 0 ? rest(game) : game.eliminate(twin) + rest(game)));
                game.undo();
                if (twin >= 0) {
                    game.undo();
                }
            }
        }
        assertEquals(optimum, withTwins);
    }

    /** Every way to the end. */
    private static long rest(BitsetState game) {
        long least = game.done() ? 0 : Long.MAX_VALUE;
        for (int v = 0; v < game.size(); v++) {
            if (game.isOpen(v)) {
                least = Math.min(least, game.eliminate(v) + rest(game));
                game.undo();
            }
        }
        return least;
    }

    @Property(tries = 60)
    void theConstraintProgramFindsTheOptimumOfAllOrders(@ForAll("small") Graph graph) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (!template.isScalar()) {
            return;
        }
        RunningSearch search = RunningSearch.of(template, Budget.seconds(30), 1);
        new ConstraintProgram().run(search);
        long optimum =
                cheapest(graph, CostModel.PUBLISHED, new ArrayList<>(Legality.eliminable(graph)), new ArrayList<>());
        assertEquals(optimum, search.best().total());
        assertTrue(template.size() == 0 || search.proved() == optimum, search.proved() + " proved of " + optimum);
    }

    @Provide
    Arbitrary<Graph> smallTyped() {
        return RandomGraphs.any(6);
    }

    @Property(tries = 1500)
    void noBoundOfATypedGraphIsAboveItsOptimum(@ForAll("smallTyped") Graph graph, @ForAll("papers") CostModel rules)
            throws Exception {
        Certificate certificate = CutBound.of(graph, rules).orElseThrow();
        long optimum = cheapest(graph, rules, new ArrayList<>(Legality.eliminable(graph)), new ArrayList<>());
        assertTrue(certificate.lowerBound() <= optimum, certificate.lowerBound() + " is above " + optimum);
        RunningSearch search = RunningSearch.of(StateTemplate.of(graph, rules), Budget.evaluations(Long.MAX_VALUE), 1);
        new Exact().run(search);
        assertEquals(optimum, search.best().total());
        assertEquals(optimum, search.proved());
    }

    @Provide
    Arbitrary<CostModel> papers() {
        return Arbitraries.of(CostModel.PUBLISHED, CostModel.ALGEBRA);
    }

    /** All orders, one by one, by the readable game. */
    private static long cheapest(Graph graph, CostModel rules, List<Integer> left, List<Integer> order) {
        if (left.isEmpty()) {
            return Elimination.run(graph, rules, new Order(order)).total();
        }
        long least = Long.MAX_VALUE;
        for (int vertex : List.copyOf(left)) {
            left.remove((Integer) vertex);
            order.add(vertex);
            least = Math.min(least, cheapest(graph, rules, left, order));
            order.remove(order.size() - 1);
            left.add(vertex);
        }
        return least;
    }
}
