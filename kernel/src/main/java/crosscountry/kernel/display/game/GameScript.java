package crosscountry.kernel.display.game;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The game's ES modules joined into one without imports, so that a page needs nothing else. */
final class GameScript {
    /** In the order in which they need each other. */
    private static final List<String> FILES = List.of(
            "blocks.js",
            "rules.js",
            "code.js",
            "quiz.js",
            "dom.js",
            "style.js",
            "board.js",
            "layers.js",
            "chart.js",
            "panels.js",
            "app.js",
            "widget.js");

    private static final class Holder {
        static final String TEXT = assemble();
    }

    private GameScript() {}

    /** One module that exports {@code mount}, {@code mountAll} and, for anywidget, a default. */
    static String text() {
        return Holder.TEXT;
    }

    private static String assemble() {
        String text = FILES.stream().map(GameScript::read).collect(Collectors.joining("\n"));
        if (text.toLowerCase(java.util.Locale.ROOT).contains("</script") || text.contains("<!--")) {
            throw new IllegalStateException("the game's script would end its own element");
        }
        return text;
    }

    private static String read(String file) {
        try (InputStream in = GameScript.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("import "))
                    .map(line -> line.startsWith("export ") && !line.startsWith("export default ")
                            ? line.substring("export ".length())
                            : line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
