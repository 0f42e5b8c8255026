package crosscountry.kernel.display.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.Step;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphJson;
import crosscountry.kernel.display.graph.GraphPlaces;
import crosscountry.task.Tasks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's rules against the reference data and against the Java game. */
class GameRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path REFERENCE = Path.of("../src/test/resources/reference");
    private static final String PLAY =
            "output = input.map((one) => one.orders.map((order) => play(one.state, order)));";

    @TempDir
    private Path folder;

    private static JsonNode reference(String file) throws Exception {
        return JSON.readTree(REFERENCE.resolve(file).toFile());
    }

    private static ObjectNode state(Graph graph, CostModel rules) {
        Linearization start = Linearization.of(graph, rules);
        return PageData.of(
                start,
                Map.of(
                        "forward",
                        Orders.forward(graph),
                        "reverse",
                        Orders.reverse(graph),
                        "Markowitz",
                        Orders.markowitz(graph, rules)),
                Optional.empty(),
                GraphPlaces.none(start));
    }

    private static ObjectNode bare(Graph graph, CostModel rules) {
        Linearization start = Linearization.of(graph, rules);
        return PageData.of(start, Map.of(), Optional.empty(), GraphPlaces.none(start));
    }

    private static List<Integer> numbers(JsonNode list) {
        List<Integer> numbers = new ArrayList<>();
        list.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static List<Integer> completed(Graph graph, List<Integer> order) {
        List<Integer> all = new ArrayList<>(order); // some published orders leave out vertices that cost nothing
        Linearization.of(graph, CostModel.PUBLISHED).open().stream()
                .filter(vertex -> !order.contains(vertex))
                .forEach(all::add);
        return all;
    }

    @Test
    void everyOrderOfTheReferenceCostsTheSameStepByStep() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        JsonNode tasks = reference("counts.json").get("tasks");
        List<String> names = new ArrayList<>();
        tasks.fieldNames().forEachRemaining(names::add);
        for (String task : names) {
            Graph graph = GraphJson.read(reference("graphs/" + task + ".json"), task);
            ObjectNode one = cases.addObject();
            one.set("state", bare(graph, CostModel.PUBLISHED));
            ArrayNode orders = one.putArray("orders");
            tasks.get(task)
                    .get("orders")
                    .forEach(order ->
                            completed(graph, numbers(order.get("order"))).forEach(orders.addArray()::add));
        }
        JsonNode played = Node.run(folder, cases, PLAY);
        int compared = 0;
        for (int k = 0; k < names.size(); k++) {
            int place = 0;
            for (JsonNode order : tasks.get(names.get(k)).get("orders")) {
                List<Integer> steps = numbers(order.get("game_per_step"));
                List<Integer> own = numbers(played.get(k).get(place++));
                assertEquals(steps, own.subList(0, steps.size()), names.get(k));
                assertTrue(own.subList(steps.size(), own.size()).stream().allMatch(cost -> cost == 0), names.get(k));
                compared++;
            }
        }
        assertTrue(compared > 17 * 3, "only " + compared + " orders");
    }

    @Test
    void everyOrderOfTheRandomGraphsCostsTheSameStepByStep() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        JsonNode graphs = reference("random_graphs.json").get("graphs");
        for (JsonNode json : graphs) {
            Graph graph = GraphJson.read(json, json.get("name").asText());
            ObjectNode one = cases.addObject();
            one.set("state", bare(graph, CostModel.PUBLISHED));
            ArrayNode orders = one.putArray("orders");
            json.get("random_orders").forEach(order -> orders.add(order.get("order")));
        }
        JsonNode played = Node.run(folder, cases, PLAY);
        for (int k = 0; k < graphs.size(); k++) {
            for (int order = 0; order < graphs.get(k).get("random_orders").size(); order++) {
                assertEquals(
                        graphs.get(k).get("random_orders").get(order).get("per_step"),
                        played.get(k).get(order),
                        graphs.get(k).get("name").asText());
            }
        }
        assertTrue(graphs.size() > 100);
    }

    /**
     * Types and extents of every edge after every step, under the algebra, with its Markowitz degrees, on the tensor
     * tasks.
     */
    @Test
    void everyEdgeIsTheJavaGamesAfterEveryStepUnderBothRules() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        ArrayNode expected = JSON.createArrayNode();
        Random random = new Random(5);
        for (String task :
                List.of("Simple", "Helmholtz", "Perceptron", "Encoder", "f", "BlackScholes_Jacobian", "Lighthouse")) {
            Graph graph = Tasks.graph(task);
            for (CostModel rules : List.of(CostModel.PUBLISHED, CostModel.ALGEBRA)) {
                List<Integer> order = new ArrayList<>(Orders.forward(graph).vertices());
                Collections.shuffle(order, random);
                ObjectNode one = cases.addObject();
                one.set("state", bare(graph, rules));
                order.forEach(one.putArray("order")::add);
                ArrayNode after = expected.addArray();
                for (Step step : Elimination.run(graph, rules, new Order(order)).steps()) {
                    TreeSet<String> lines = new TreeSet<>();
                    for (Edge edge : step.after().edges()) {
                        lines.add(String.join(
                                " ",
                                List.of(
                                                edge.source(),
                                                graph.id(edge.target()),
                                                edge.type().code(),
                                                edge.o1(),
                                                edge.o2(),
                                                edge.p1(),
                                                edge.p2())
                                        .stream()
                                        .map(String::valueOf)
                                        .toList()));
                    }
                    step.after()
                            .open()
                            .forEach(vertex -> lines.add(
                                    "degree " + vertex + " " + step.after().markowitzDegree(vertex)));
                    lines.forEach(after.addArray()::add);
                }
            }
        }
        JsonNode played = Node.run(folder, cases, """
                output = input.map(({ state, order }) => {
                  const game = new Game(state);
                  return order.map((vertex) => {
                    game.eliminate(vertex);
                    const edges = game.edges()
                        .map((e) => [e.source, e.target, e.type, e.o1, e.o2, e.p1, e.p2].join(" "));
                    return [...edges, ...[...game.open].map((v) => `degree ${v} ${game.degree(v)}`)].sort();
                  });
                });""");
        assertEquals(expected, played);
    }

    @Test
    void undoingEverythingGivesTheGraphBackAndRedoingTheSameCosts() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        for (String task : List.of("RoeFlux_1d", "Encoder", "Lighthouse")) {
            Graph graph = Tasks.graph(task);
            ObjectNode one = cases.addObject();
            one.set("state", bare(graph, CostModel.PUBLISHED));
            Orders.markowitz(graph, CostModel.PUBLISHED).vertices().forEach(one.putArray("order")::add);
        }
        JsonNode same = Node.run(folder, cases, """
                output = input.map(({ state, order }) => {
                  const edge = (e) => [e.source, e.target, e.type, e.o1, e.o2, e.p1, e.p2].join();
                  const text = (game) => JSON.stringify([game.edges().map(edge).sort(), [...game.open].sort()]);
                  const game = new Game(state);
                  const start = text(game);
                  order.forEach((vertex) => game.eliminate(vertex));
                  const costs = game.costs.join();
                  while (game.undo()) {}
                  const back = text(game) === start && game.total === 0;
                  order.forEach((vertex) => game.eliminate(vertex));
                  let refused = "";
                  try { game.eliminate(order[0]); } catch (error) { refused = error.message; }
                  return back && game.costs.join() === costs && refused.includes("not open");
                });""");
        same.forEach(one -> assertTrue(one.asBoolean()));
        assertEquals(3, same.size());
    }

    /**
     * The numbers on the last edges, accumulated on the page in any order, are the Jacobian that Java computes in
     * reverse.
     */
    @Test
    void theLastEdgesCarryTheJacobian() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        int scalar = 0;
        for (String task : List.of(
                "Simple",
                "RoeFlux_1d",
                "RobotArm_6DOF",
                "HumanHeartDipole",
                "PropaneCombustion",
                "BlackScholes",
                "CloudSchemes_step",
                "Lighthouse",
                "Hole")) {
            Graph graph = Tasks.graph(task);
            ObjectNode state = state(graph, CostModel.ALGEBRA);
            if (graph.isScalar()) {
                scalar++;
                assertTrue(state.has("jacobian"), task + " has no point");
            }
            ObjectNode one = cases.addObject().put("task", task);
            one.set("state", state);
            Orders.markowitz(graph, CostModel.ALGEBRA).vertices().forEach(one.putArray("order")::add);
        }
        JsonNode differences = Node.run(folder, cases, """
                output = input.map(({ state, order }) => {
                  if (!state.jacobian) { return 0; }
                  const game = new Game(state);
                  order.forEach((vertex) => game.eliminate(vertex));
                  return difference(game, (id, k) => id === k + 1 ? { value: 1 } : game.edge(k + 1, id));
                });""");
        for (int k = 0; k < differences.size(); k++) {
            assertTrue(differences.get(k).asDouble() < 1e-9, cases.get(k).get("task") + ": " + differences.get(k));
        }
        assertTrue(scalar >= 6, "only " + scalar + " tasks are scalar");
    }

    /**
     * On graphs of tensors the last edges carry blocks, which are the Jacobian that JAX computed at the reference's
     * point. BlackScholes_Jacobian is left out, the edges that were published for it are not those of its operations;
     * so is g, whose reference has no numbers.
     */
    @Test
    void theLastEdgesOfTensorsCarryTheReferencesJacobian() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        Random random = new Random(11);
        for (String task : List.of("Encoder", "Perceptron", "RoeFlux_3d", "Helmholtz", "FreeEnergy", "f")) {
            Graph graph = GraphJson.read(REFERENCE.resolve("graphs/" + task + ".json"));
            JsonNode point = reference("graphs/" + task + ".json").get("points").get(0);
            double[] x = StreamSupport.stream(point.get("inputs").spliterator(), false)
                    .flatMap(input -> StreamSupport.stream(input.spliterator(), false))
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            Linearization start = Linearization.of(graph, CostModel.PUBLISHED);
            ObjectNode state = PageData.of(start, Map.of(), Optional.of(x), GraphPlaces.none(start));
            assertTrue(state.has("jacobian"), task);
            int columns = x.length;
            ArrayNode rows = state.putArray("jacobian");
            for (int k = 0; k < point.get("jacobian").size(); k++) {
                (k % columns == 0 ? rows.addArray() : (ArrayNode) rows.get(k / columns))
                        .add(point.get("jacobian").get(k));
            }
            List<Integer> shuffled = new ArrayList<>(start.open());
            Collections.shuffle(shuffled, random);
            for (Order order :
                    List.of(Orders.markowitz(graph, CostModel.PUBLISHED), Orders.forward(graph), new Order(shuffled))) {
                ObjectNode one = cases.addObject().put("task", task);
                one.set("state", state);
                order.vertices().forEach(one.putArray("order")::add);
            }
        }
        JsonNode differences = Node.run(folder, cases, """
                output = input.map(({ state, order }) => {
                  const game = new Game(state);
                  order.forEach((vertex) => game.eliminate(vertex));
                  const one = (k) => ({ value: 1, block: state.blocks ? identity(state.columns[k]) : null });
                  const cell = (id, k) => id === k + 1 ? one(k) : game.edge(k + 1, id);
                  return state.blocks ? blockDifference(state, cell) : difference(game, cell);
                });""");
        for (int k = 0; k < differences.size(); k++) {
            assertTrue(
                    differences.get(k).isNumber() && differences.get(k).asDouble() < 1e-9,
                    cases.get(k).get("task") + ": " + differences.get(k));
        }
        assertEquals(18, differences.size());
        assertTrue(StreamSupport.stream(cases.spliterator(), false)
                        .filter(one -> one.get("state").has("blocks"))
                        .count()
                >= 18);
    }

    /** Each answer that the quiz takes for right, worked out again by the Java game. */
    @Test
    void theQuizKnowsTheRightAnswers() throws Exception {
        ArrayNode cases = JSON.createArrayNode();
        List<Graph> graphs = List.of(Tasks.graph("Simple"), Tasks.graph("RoeFlux_1d"), Tasks.graph("Encoder"));
        Random random = new Random(3);
        for (Graph graph : graphs) {
            List<Integer> order = new ArrayList<>(Orders.forward(graph).vertices());
            Collections.shuffle(order, random);
            ObjectNode one = cases.addObject();
            one.set("state", state(graph, CostModel.PUBLISHED));
            order.subList(0, order.size() / 3).forEach(one.putArray("order")::add);
        }
        JsonNode questions = Node.run(folder, cases, """
                output = input.map(({ state, order }) => {
                  const game = new Game(state);
                  order.forEach((vertex) => game.eliminate(vertex));
                  return Array.from({ length: 60 }, (_, seed) => question(game, seed));
                });""");
        TreeSet<String> kinds = new TreeSet<>();
        for (int k = 0; k < graphs.size(); k++) {
            Graph graph = graphs.get(k);
            Linearization now = Linearization.of(graph, CostModel.PUBLISHED);
            for (JsonNode vertex : cases.get(k).get("order")) {
                now = now.eliminate(vertex.asInt()).after();
            }
            for (JsonNode question : questions.get(k)) {
                String kind = question.get("kind").asText();
                kinds.add(kind);
                List<String> choices = new ArrayList<>();
                question.get("choices").forEach(choice -> choices.add(choice.asText()));
                String answer = choices.get(question.get("answer").asInt());
                assertEquals(choices.size(), new TreeSet<>(choices).size(), choices.toString());
                Linearization position = now;
                int vertex = question.get("vertex").asInt();
                switch (kind) {
                    case "cheapest" -> {
                        assertEquals("v" + vertex, answer);
                        long least = position.open().stream()
                                .mapToLong(open -> position.eliminate(open).cost())
                                .min()
                                .orElseThrow();
                        choices.forEach(choice -> assertEquals(
                                choice.equals(answer),
                                position.eliminate(Integer.parseInt(choice.substring(1)))
                                                .cost()
                                        == least,
                                choice));
                    }
                    case "cost" ->
                        assertEquals(String.valueOf(position.eliminate(vertex).cost()), answer);
                    case "fill-in" -> assertEquals(String.valueOf(fresh(position, vertex)), answer);
                    case "nothing-new" ->
                        choices.forEach(choice -> assertEquals(
                                choice.equals(answer),
                                fresh(position, Integer.parseInt(choice.substring(1))) == 0,
                                choice));
                    case "total" -> {
                        Order order = switch (question.get("order").asText()) {
                            case "forward" -> Orders.forward(graph);
                            case "reverse" -> Orders.reverse(graph);
                            default -> Orders.markowitz(graph, CostModel.PUBLISHED);
                        };
                        assertEquals(
                                String.valueOf(Elimination.run(graph, CostModel.PUBLISHED, order)
                                        .total()),
                                answer);
                    }
                    default -> throw new AssertionError(kind);
                }
            }
        }
        assertEquals(List.of("cheapest", "cost", "fill-in", "nothing-new", "total"), List.copyOf(kinds));
    }

    private static long fresh(Linearization position, int vertex) {
        return position.eliminate(vertex).products().stream()
                .filter(product -> product.fillIn())
                .count();
    }
}
