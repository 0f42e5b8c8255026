package crosscountry.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Elimination;
import crosscountry.elimination.Legality;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import crosscountry.search.bound.GroupBound;
import crosscountry.search.method.Annealing;
import crosscountry.search.method.Best;
import crosscountry.search.method.Budget;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {
    private static List<String> methods() {
        return SearchMethod.all().stream()
                .map(SearchMethod::name)
                .filter(name -> !name.equals("exact") && !name.equals("branch-and-bound") && !name.equals("cp-sat"))
                .toList();
    }

    private static Best found(String method, Graph graph, CostModel rules, long evaluations, long seed) {
        RunningSearch search = RunningSearch.of(GameTemplate.of(graph, rules), Budget.evaluations(evaluations), seed);
        SearchMethod.named(method).run(search);
        return search.best();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodFindsAWholeOrderWhoseCostIsThatOfTheReadableGame(String method) {
        for (String task : List.of("Simple", "HumanHeartDipole", "Encoder")) {
            for (CostModel rules : CostModel.values()) {
                if (method.equals("gumbel") && !rules.isAdditive()) {
                    continue; // refused: VertexFeaturesTest
                }
                Graph graph = Tasks.graph(task);
                Best best = found(method, graph, rules, 300, 5);
                assertEquals(Elimination.run(graph, rules, best.order()).total(), best.total(), task);
            }
        }
    }

    @Test
    void everyTaskHasAnOrderAtOnce() {
        for (String task : Tasks.names()) {
            for (CostModel rules : CostModel.values()) {
                Graph graph = Tasks.graph(task);
                Best best = found("portfolio", graph, rules, 20, 1);
                assertEquals(Elimination.run(graph, rules, best.order()).total(), best.total(), task);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theSameSeedFindsTheSame(String method) {
        Graph graph = Tasks.graph("PropaneCombustion");
        assertEquals(
                found(method, graph, CostModel.PUBLISHED, 500, 7).order(),
                found(method, graph, CostModel.PUBLISHED, 500, 7).order());
    }

    /**
     * What plain annealing finds in ten seconds on these graphs, or less: a budget of tries, so that no clock decides.
     */
    @ParameterizedTest
    @CsvSource({
        "RoeFlux_1d,295,2000000",
        "RobotArm_6DOF,221,500000",
        "HumanHeartDipole,148,500000",
        "PropaneCombustion,88,500000",
        "g,409,1500000",
        "Perceptron,388,300000",
        "Encoder,4332,600000",
        "Helmholtz,33,1000"
    })
    void thePortfolioReachesWhatAnnealingIsKnownToReach(String task, long known, long tries) {
        Best best = found("portfolio", Tasks.graph(task), CostModel.PUBLISHED, tries, 1);
        assertTrue(best.total() <= known, task + " " + best);
    }

    @ParameterizedTest
    @CsvSource({
        "RobotArm_6DOF,221",
        "HumanHeartDipole,148",
        "PropaneCombustion,88",
        "BlackScholes,42",
        "CloudSchemes_step,35",
        "Simple,6"
    })
    void searchAndBoundMeetOnRealCode(String task, long optimum) throws Exception {
        Graph graph = Tasks.graph(task);
        SearchResult result =
                Search.of(graph).evaluations(500_000).seed(1).threads(1).run();
        assertEquals(optimum, result.total());
        assertTrue(result.optimal());
        assertEquals(
                optimum,
                CertificateChecker.check(
                        graph, result.certificate().orElseThrow().json()));
    }

    @ParameterizedTest
    @CsvSource({"RoeFlux_1d,223", "g,262"})
    void theBoundOfOpenGraphsIsTheKnownOne(String task, long bound) throws Exception {
        Graph graph = Tasks.graph(task);
        Certificate certificate = CutBound.of(graph, CostModel.PUBLISHED).orElseThrow();
        assertEquals(bound, certificate.lowerBound());
        assertEquals(bound, CertificateChecker.check(graph, certificate.json()));
    }

    /** 223 and 262 by paths alone; the best orders known cost 295 and 409. */
    @ParameterizedTest
    @CsvSource({"RoeFlux_1d,259,295", "g,336,409"})
    void groupsCloseMoreThanHalfOfTheGap(String task, long bound, long known) throws Exception {
        Graph graph = Tasks.graph(task);
        AtomicReference<Certificate> best =
                new AtomicReference<>(CutBound.of(graph, CostModel.PUBLISHED).orElseThrow());
        int[] looks = {0};
        GroupBound.improve(
                graph,
                CostModel.PUBLISHED,
                best.get(),
                1,
                () -> null,
                () -> Math.min(0.59, looks[0]++ / 3000.0),
                () -> best.get().lowerBound() >= bound,
                best::set);
        assertTrue(
                best.get().lowerBound() >= bound && best.get().lowerBound() <= known,
                "" + best.get().lowerBound());
        assertEquals(
                best.get().lowerBound(),
                CertificateChecker.check(graph, best.get().json()));
    }

    @Test
    void aForgedGroupIsRefused() {
        Graph graph = Tasks.graph("Simple");
        String json = CutBound.of(graph, CostModel.PUBLISHED).orElseThrow().json();
        String forged = json.replaceAll(
                "\"vertices\":\\[\\{.*\\}\\],\"groups\":\\[\\]",
                "\"vertices\":[],\"groups\":[{\"vertices\":[1,2],\"least\":99}]");
        assertTrue(forged.contains("99") && !forged.contains("\"vertex\":1,"), forged);
        assertTrue(assertThrows(AssertionError.class, () -> CertificateChecker.check(graph, forged))
                .getMessage()
                .contains("together"));
    }

    @Test
    void aForgedCertificateIsRefused() {
        Graph graph = Tasks.graph("Simple");
        String json = CutBound.of(graph, CostModel.PUBLISHED).orElseThrow().json();
        assertThrows(
                AssertionError.class,
                () -> CertificateChecker.check(graph, json.replace("\"lowerBound\":6", "\"lowerBound\":7")));
        assertThrows(AssertionError.class, () -> CertificateChecker.check(graph, json.replace("[3,4,6]", "[3,4,5]")));
        assertThrows(AssertionError.class, () -> CertificateChecker.check(graph, json.replace("[1,3]", "[1,4]")));
    }

    @ParameterizedTest
    @CsvSource({
        "Helmholtz,33",
        "FreeEnergy,26",
        "RoeFlux_3d,639",
        "BlackScholes_Jacobian,297",
        "Perceptron,388",
        "Encoder,4332",
        "f,4947"
    })
    void everyTensorTaskHasABoundThatIsNotAboveTheBestKnownOrder(String task, long known) throws Exception {
        Graph graph = Tasks.graph(task);
        Certificate certificate = CutBound.of(graph, CostModel.PUBLISHED).orElseThrow();
        assertTrue(
                certificate.lowerBound() > 0 && certificate.lowerBound() <= known,
                task + " " + certificate.lowerBound());
        assertEquals(certificate.lowerBound(), CertificateChecker.check(graph, certificate.json()));
    }

    @Test
    void smallGraphsOfTensorsAreProvedOptimalByAllOrders() {
        Graph graph = Tasks.graph("Helmholtz");
        SearchResult result = Search.of(graph).seconds(0.5).run();
        assertEquals(33, result.total()); // the optimum of all 120 orders
        assertTrue(result.optimal());
        assertTrue(result.certificate().orElseThrow().groups().isEmpty());
    }

    @Test
    void costsOfGeneratedCodeHaveNoCertificate() {
        assertTrue(CutBound.of(Tasks.graph("RoeFlux_1d"), CostModel.MULTIPLICATIONS)
                .isEmpty());
    }

    @Test
    void anInterruptKeepsTheBest() {
        AtomicInteger asked = new AtomicInteger();
        List<Best> told = new ArrayList<>();
        SearchResult result = Search.of(Tasks.graph("RoeFlux_1d"))
                .method(new Annealing())
                .seconds(60)
                .seed(1)
                .threads(2)
                .stopWhen(() -> asked.incrementAndGet() > 2000)
                .onBest(told::add)
                .run();
        assertEquals(told, result.found());
        assertTrue(result.seconds() < 30);
        Legality.check(result.graph(), result.order());
        assertTrue(result.total() < 620);
    }

    @Test
    void eachBetterOrderIsToldOnceAndInOrder() {
        SearchResult result = Search.of(Tasks.graph("RoeFlux_1d"))
                .evaluations(50_000)
                .seed(3)
                .threads(1)
                .run();
        for (int k = 1; k < result.found().size(); k++) {
            assertTrue(result.found().get(k).total() < result.found().get(k - 1).total());
        }
    }

    @Test
    void whatAMethodCannotDoIsSaid() {
        assertTrue(assertThrows(GraphException.class, () -> SearchMethod.named("magic"))
                .getMessage()
                .contains("methods are portfolio, annealing"));
        assertTrue(assertThrows(
                        GraphException.class,
                        () -> found("exact", Tasks.graph("RoeFlux_1d"), CostModel.PUBLISHED, 10, 1))
                .getMessage()
                .contains("at most 20"));
        assertTrue(assertThrows(
                        GraphException.class, () -> found("exact", Tasks.graph("Encoder"), CostModel.PUBLISHED, 10, 1))
                .getMessage()
                .contains("tensors"));
    }

    @Test
    void aMethodAnswersToTheNameThatItHadOnce() {
        assertEquals("lns", SearchMethod.named("windows").name());
    }

    @Test
    void anOptionChangesACopy() {
        Search search = Search.of(Tasks.graph("Simple")).evaluations(100).threads(1);
        search.method("forward").cost(CostModel.FLOPS);
        assertEquals("portfolio", search.run().method());
        assertThrows(GraphException.class, () -> search.seconds(0));
        assertThrows(GraphException.class, () -> search.threads(0));
    }
}
