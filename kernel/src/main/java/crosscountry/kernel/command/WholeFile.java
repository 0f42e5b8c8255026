package crosscountry.kernel.command;

import crosscountry.graph.GraphException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that is there whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GraphException(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }
}
