package crosscountry.kernel.repl;

import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The last picture as a page of its own, for a browser. */
final class PicturePage {
    private PicturePage() {}

    /** Writes the richest form of the bundle into a new file. */
    static Path write(MimeBundle bundle) throws IOException {
        Path file = Files.createTempFile("crosscountry-", ".html");
        return Files.writeString(
                file,
                "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Crosscountry</title>"
                        + "<meta name=\"color-scheme\" content=\"light dark\"><style>body { font-family: "
                        + "sans-serif; margin: 2em }</style></head><body>\n"
                        + body(bundle) + "\n</body></html>\n");
    }

    private static String body(MimeBundle bundle) {
        for (String form : List.of("text/html", "image/svg+xml")) {
            if (bundle.data().get(form) instanceof String markup) {
                return markup;
            }
        }
        if (bundle.data().get("image/png") instanceof String png) {
            return "<img alt=\"\" src=\"data:image/png;base64," + png + "\">";
        }
        return "<pre>" + Markup.escape(String.valueOf(bundle.data().get("text/plain"))) + "</pre>";
    }

    /** Asks the system to show the file; false where it has no means to. */
    static boolean open(Path file) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String opener = System.getenv()
                .getOrDefault(
                        "BROWSER", system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open");
        try {
            new ProcessBuilder(opener, file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
