package crosscountry.kernel.command.maven;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Words that name files, with * and **. */
final class Globs {
    private Globs() {}

    /** @throws IllegalArgumentException naming the word that matches nothing */
    static List<Path> files(String command, List<String> words, Predicate<Path> fits) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String word : words) {
            List<Path> found = word.contains("*")
                    ? matching(word, fits)
                    : Stream.of(Path.of(word))
                            .filter(Files::exists)
                            .filter(fits)
                            .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException(command + ": there is nothing to add at " + word);
            }
            files.addAll(found);
        }
        return files;
    }

    private static List<Path> matching(String glob, Predicate<Path> fits) throws IOException {
        String before = glob.substring(0, glob.indexOf('*'));
        Path root = Path.of(before.contains("/") ? before.substring(0, before.lastIndexOf('/') + 1) : ".");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        PathMatcher matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + (before.contains("/") ? "" : "./") + glob);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(matcher::matches).filter(fits).sorted().toList();
        }
    }
}
