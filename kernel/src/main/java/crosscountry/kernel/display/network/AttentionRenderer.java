package crosscountry.kernel.display.network;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.graph.GraphPlaces;
import crosscountry.network.AttentionGame;
import crosscountry.network.AttentionSummary;
import crosscountry.network.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Attention along a game as a self-contained page: graph, matrix and table with a slider. It needs neither kernel nor
 * network.
 */
public final class AttentionRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof AttentionGame;
    }

    @Override
    public MimeBundle render(Object value) {
        AttentionGame game = (AttentionGame) value;
        return MimeBundle.html(html(game), game.toString());
    }

    private static String html(AttentionGame game) {
        String json = state(game)
                .toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        return "<div class=\"crosscountry-attention\"><script type=\"application/json\">" + json + "</script>"
                + table(game) + "</div><script type=\"module\">\n" + script() + "\n</script>";
    }

    private static String script() {
        try (InputStream in = AttentionRenderer.class.getResourceAsStream("attention.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(AttentionGame game) {
        StringBuilder html = new StringBuilder("<table style=\"margin-top:12px\"><caption>attention on "
                + Markup.escape(game.graph().name())
                + ", as a multiple of an even share</caption><tr><th></th><th>trained</th><th>untrained</th></tr>");
        for (AttentionSummary.Row row : AttentionSummary.of(game).rows()) {
            html.append(String.format(
                    Locale.ROOT,
                    "<tr><td style=\"text-align:left\">%s</td><td>%.2f</td><td>%.2f</td></tr>",
                    Markup.escape(row.what()),
                    row.trained(),
                    row.untrained()));
        }
        return html.append("</table>").toString();
    }

    private static ObjectNode state(AttentionGame game) {
        Graph graph = game.graph();
        GraphPlaces places = GraphPlaces.of(Linearization.of(graph, CostModel.PUBLISHED));
        ObjectNode state = new ObjectMapper()
                .createObjectNode()
                .put("name", graph.name())
                .put("inputs", graph.inputs().size())
                .put("width", places.width())
                .put("height", places.height())
                .put("layers", game.size().layers())
                .put("heads", game.size().heads())
                .put("total", game.total());
        ArrayNode relations = state.putArray("relations");
        for (Tokens.Relation relation : Tokens.Relation.values()) {
            relations.add(relation.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        ArrayNode boxes = state.putArray("boxes");
        places.boxes()
                .forEach(box -> boxes.addObject()
                        .put("label", box.label())
                        .put("detail", box.detail())
                        .put("x", box.x())
                        .put("y", box.y())
                        .put("w", box.width())
                        .put("h", box.height()));
        ArrayNode routes = state.putArray("routes");
        places.routes().forEach(route -> route.forEach(routes.addArray()::add));
        ArrayNode order = state.putArray("order");
        game.order().vertices().forEach(order::add);
        ArrayNode views = state.putArray("views");
        for (AttentionGame.View view : game.views()) {
            ObjectNode one = views.addObject()
                    .put("step", view.step())
                    .put("costToGo", view.costToGo())
                    .put("played", view.played());
            ArrayNode ids = one.putArray("ids");
            for (int id : view.ids()) {
                ids.add(id);
            }
            ArrayNode policy = one.putArray("policy");
            for (float share : view.policy()) {
                policy.add(Math.rint(1e4 * share) / 1e4);
            }
            one.put("relations", Base64.getEncoder().encodeToString(flat(view.relations())));
            one.put("trained", bytes(view.trained()));
            one.put("untrained", bytes(view.untrained()));
        }
        return state;
    }

    private static byte[] flat(byte[][] rows) {
        byte[] all = new byte[rows.length * rows.length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, all, row * rows.length, rows.length);
        }
        return all;
    }

    /** One byte a weight: 255 times its square root, so that small ones keep two digits. */
    private static String bytes(float[][][][] weights) {
        int count = weights[0][0].length;
        byte[] all = new byte[weights.length * weights[0].length * count * count];
        int at = 0;
        for (float[][][] layer : weights) {
            for (float[][] head : layer) {
                for (float[] row : head) {
                    for (float weight : row) {
                        all[at++] = (byte) Math.round(255 * Math.sqrt(weight));
                    }
                }
            }
        }
        return Base64.getEncoder().encodeToString(all);
    }
}
