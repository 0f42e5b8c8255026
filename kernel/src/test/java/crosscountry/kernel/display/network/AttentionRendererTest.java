package crosscountry.kernel.display.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.network.AttentionGame;
import crosscountry.network.Generalist;
import crosscountry.trace.Trace;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AttentionRendererTest {
    private final Graph graph =
            Trace.of((x, y) -> Math.sin(x * y) + Math.exp(x * y) * y).named("</script><img src=x onerror=alert(1)>");
    private final AttentionGame game = AttentionGame.of(graph, Generalist.weights(), Orders.forward(graph), 3);
    private final String html =
            (String) new AttentionRenderer().render(game).data().get("text/html");

    @Test
    void aNameCannotLeaveItsPlaceInThePage() {
        assertFalse(html.contains("<img"), html);
        assertEquals(2, html.split("</script>", -1).length - 1);
    }

    @Test
    void thePageHoldsOneByteForEachWeight() throws Exception {
        String json = html.substring(html.indexOf('{'), html.indexOf("</script>"));
        JsonNode state = new ObjectMapper().readTree(json);
        for (JsonNode view : state.get("views")) {
            int count = view.get("ids").size();
            byte[] weights = Base64.getDecoder().decode(view.get("trained").asText());
            assertEquals(game.size().layers() * game.size().heads() * count * count, weights.length);
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += Math.pow((weights[k] & 255) / 255.0, 2);
            }
            assertEquals(1, sum, 0.05);
        }
        assertTrue(state.get("boxes").size() >= graph.vertices().size());
    }
}
