package crosscountry.kernel.display.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderers;
import crosscountry.task.Tasks;
import crosscountry.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GameRendererTest {
    private static final String HOSTILE =
            "</script><script>alert(1)</script><img src=x onerror=\"alert('2')\">]]>\u2028\u2029<!--\\\"&amp;";

    private static EliminationGame game(Graph graph) {
        return EliminationGame.of(graph, CostModel.PUBLISHED, Optional.empty());
    }

    private static String html(EliminationGame game) {
        return (String) Renderers.load(Renderers.class.getClassLoader())
                .render(game)
                .data()
                .get("text/html");
    }

    private static List<String> scripts(String html) {
        List<String> scripts = new ArrayList<>();
        Matcher found =
                Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL).matcher(html);
        while (found.find()) {
            scripts.add(found.group(2));
        }
        return scripts;
    }

    @Test
    void aGameHasEveryFormAndItsPageHoldsNothingFromElsewhere() {
        MimeBundle bundle = Renderers.load(Renderers.class.getClassLoader()).render(game(Tasks.graph("Simple")));
        assertEquals(
                Set.of("text/plain", "text/html", "image/svg+xml", "image/png"),
                bundle.data().keySet());
        String html = (String) bundle.data().get("text/html");
        assertFalse(html.matches("(?s).*(src|href)=\"(?!data:).*"));
        assertFalse(html.contains("import ") && html.contains(" from \""), "the module stands alone");
        assertEquals(2, scripts(html).size());
    }

    @Test
    void namesAreDataWhateverIsInThem() throws Exception {
        Graph simple = Tasks.graph("Simple");
        List<Input> inputs = simple.inputs().stream()
                .map(input -> new Input(input.id(), HOSTILE + input.id(), input.shape()))
                .toList();
        Graph hostile = new Graph(HOSTILE, inputs, simple.vertices(), simple.outputs(), simple.edges());
        String html = html(game(hostile));
        List<String> scripts = scripts(html);
        assertEquals(2, scripts.size(), "a name began or ended a script");
        JsonNode state = new ObjectMapper().readTree(scripts.get(0));
        assertEquals(HOSTILE, state.get("name").asText());
        assertEquals(HOSTILE + "1", state.get("nodes").get(0).get("name").asText());
        assertFalse(scripts.get(0).contains("<")
                || scripts.get(0).contains("\u2028")
                || scripts.get(0).contains("\u2029"));
        String page = html.replaceAll("(?s)<script.*?</script>", "");
        assertFalse(page.contains("<img src=x") || page.contains("alert('2')"), page);
        Matcher picture = Pattern.compile("base64,([^\"]+)").matcher(page);
        assertTrue(picture.find());
        assertFalse(
                new String(Base64.getDecoder().decode(picture.group(1)), StandardCharsets.UTF_8).contains("<script"));
    }

    @Test
    void theScriptIsTheSameWhateverTheGraph() {
        assertEquals(
                scripts(html(game(Tasks.graph("Simple")))).get(1),
                scripts(html(game(Tasks.graph("Helmholtz")))).get(1));
    }

    @Test
    void movesGoBothWaysAndThePageIsNotTrusted() {
        EliminationGame game = game(Tasks.graph("Simple"));
        game.model().receive(Map.of("order", List.of(2)));
        assertEquals(Order.of(2), game.order());
        game.model().receive(Map.of("order", List.of(2, 3)));
        game.model().receive(Map.of("order", List.of("x")));
        assertEquals(Order.of(2), game.order(), "vertex 3 is an output");
        assertEquals(2, game.total());
        game.eliminate(1);
        assertEquals(List.of(2, 1), game.model().get("order"));
        assertTrue(game.position().isFinished());
        assertEquals(Order.of(2), game.undo().order());
        assertEquals(
                "vertex 2 is already eliminated; open vertices: 1",
                assertThrows(GraphException.class, () -> game.eliminate(2)).getMessage());
    }

    @Test
    void whatCannotBePlayedIsRefusedInOneSentence() {
        Graph simple = Tasks.graph("Simple");
        assertEquals(
                "the game counts by published or by algebra, not by memory",
                assertThrows(GraphException.class, () -> EliminationGame.of(simple, CostModel.MEMORY, Optional.empty()))
                        .getMessage());
        assertEquals(
                "the point has 1 numbers; Simple needs 2",
                assertThrows(
                                GraphException.class,
                                () -> EliminationGame.of(simple, CostModel.PUBLISHED, Optional.of(new double[] {1})))
                        .getMessage());
        assertTrue(assertThrows(
                        GraphException.class,
                        () -> EliminationGame.of(
                                simple, CostModel.PUBLISHED, Optional.empty(), Map.of("mine", Order.of(1))))
                .getMessage()
                .startsWith("order mine: the order is not complete"));
    }

    @Test
    void aLargeGraphIsPlayedInLayers() {
        Graph chain = Trace.of((x, y) -> {
            double z = x;
            for (int k = 0; k < 200; k++) {
                z = Math.sin(z) * y;
            }
            return z;
        });
        MimeBundle bundle = Renderers.load(Renderers.class.getClassLoader()).render(game(chain));
        assertEquals(Set.of("text/plain", "text/html"), bundle.data().keySet());
        assertTrue(((String) bundle.data().get("text/html")).contains("\"width\":0.0"));
    }

    /** The page shows the agent's likeliest vertex first, and the agent's order is made of those. */
    @Test
    void theAgentsProbabilitiesLeadAlongItsOrder() throws Exception {
        EliminationGame game = game(Tasks.graph("RoeFlux_1d"));
        List<Integer> order = game.orders().get("agent").vertices();
        JsonNode advice = new ObjectMapper().readTree(game.state()).get("advice");
        assertEquals(order.size(), advice.size());
        for (int k = 0; k < order.size(); k++) {
            double likeliest = advice.get(k).get(0).get(1).asDouble();
            double chosen = 0;
            double sum = 0;
            for (JsonNode pair : advice.get(k)) {
                chosen = pair.get(0).asInt() == order.get(k) ? pair.get(1).asDouble() : chosen;
                sum += pair.get(1).asDouble();
            }
            assertEquals(likeliest, chosen, 1e-9, "step " + k);
            assertTrue(sum <= 1.001, "step " + k);
        }
    }
}
