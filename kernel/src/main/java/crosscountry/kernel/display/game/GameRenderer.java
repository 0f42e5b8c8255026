package crosscountry.kernel.display.game;

import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import crosscountry.kernel.display.SvgImage;
import crosscountry.kernel.display.graph.GraphPicture;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The game as a page that plays by itself; a picture of the start stands in where scripts do not run. */
public final class GameRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof EliminationGame;
    }

    @Override
    public MimeBundle render(Object value) {
        EliminationGame game = (EliminationGame) value;
        MimeBundle text = MimeBundle.html(html(game), game.toString());
        if (game.graph().vertices().size() > PageData.DRAWN) {
            return text;
        }
        String svg = GraphPicture.svg(game.start(), true);
        return SvgImage.addTo(text, svg);
    }

    static String html(EliminationGame game) {
        String picture = game.graph().vertices().size() > PageData.DRAWN
                ? ""
                : "<img alt=\"" + Markup.escape(game.graph().name()) + "\" src=\"data:image/svg+xml;base64,"
                        + Base64.getEncoder()
                                .encodeToString(
                                        GraphPicture.svg(game.start(), true).getBytes(StandardCharsets.UTF_8))
                        + "\">";
        return "<div class=\"crosscountry-game\" data-game=\"" + game.model().get("game") + "\" data-order=\""
                + game.order() + "\">"
                + "<script type=\"application/json\">" + inScript(game.state()) + "</script>"
                + "<p>" + Markup.escape(game.toString()) + "</p>" + picture + "</div>"
                + "<script type=\"module\">\n" + GameScript.text() + "\nmountAll();\n</script>";
    }

    /** JSON that neither ends its element nor breaks a line where JavaScript of old would. */
    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
