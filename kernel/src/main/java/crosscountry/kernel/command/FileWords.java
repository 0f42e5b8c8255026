package crosscountry.kernel.command;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Files and folders whose names begin like a word; a folder ends in a slash. */
public final class FileWords {
    private static final int MOST = 200;

    private FileWords() {}

    public static List<String> of(String begin) {
        int slash = begin.lastIndexOf('/') + 1;
        String folder = begin.substring(0, slash);
        String name = begin.substring(slash);
        List<String> words = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                Path.of(folder.isEmpty() ? "." : folder),
                file -> file.getFileName().toString().startsWith(name)
                        && (!name.isEmpty() || !file.getFileName().toString().startsWith(".")))) {
            for (Path file : files) {
                if (words.size() < MOST) {
                    words.add(folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""));
                }
            }
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
        Collections.sort(words);
        return words;
    }
}
