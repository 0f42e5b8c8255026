package crosscountry.trace.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A few statements as people write them, with holes. A line "# name tags" opens one; lines after "@ " are members of
 * the class, a line "-> type name, ..." says which variables later statements may use ("final" first if they never
 * change).
 *
 * <p>Holes: $D double, $I int, $B boolean, $L long, $A double array, each over all visible variables, or over extra
 * ones too with $D{t}; $F, $G, $E the same for double, int, boolean over effectively final variables, for lambdas and
 * nested classes; $X{a,b} a double over a and b only; $Y{a,b} a boolean over them; $d a variable to assign to; $C, $K,
 * $N literals (double, 1 to 4, 0 to 2); $S a statement or a few; $u a number of this idiom's own.
 */
record Idiom(String name, List<String> tags, String members, String body, List<Scope.Variable> exports) {
    static final List<String> FILES =
            List.of("control", "arrays", "boxes", "collections", "streams", "objects", "lambdas", "state", "text");

    boolean has(String tag) {
        return tags.contains(tag);
    }

    private boolean fits(int release) {
        return tags.stream()
                .filter(t -> t.startsWith("java"))
                .allMatch(t -> Integer.parseInt(t.substring(4)) <= release);
    }

    /** All idioms of this Java release. */
    static List<Idiom> all(int release) {
        return FILES.stream()
                .flatMap(file -> read(file).stream())
                .filter(idiom -> idiom.fits(release))
                .toList();
    }

    private static List<Idiom> read(String file) {
        List<Idiom> idioms = new ArrayList<>();
        for (String chunk : ("\n" + text(file)).split("\n# ")) {
            if (!chunk.isBlank()) {
                idioms.add(parse(file, chunk));
            }
        }
        return idioms;
    }

    private static Idiom parse(String file, String chunk) {
        List<String> lines = chunk.lines().toList();
        List<String> words = Arrays.asList(lines.get(0).split(" "));
        StringBuilder members = new StringBuilder();
        StringBuilder body = new StringBuilder();
        List<Scope.Variable> exports = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("@ ")) {
                members.append(line.substring(2)).append('\n');
            } else if (line.startsWith("-> ")) {
                Arrays.stream(line.substring(3).split(", "))
                        .map(Idiom::variable)
                        .forEach(exports::add);
            } else if (!line.isBlank()) {
                body.append(line).append('\n');
            }
        }
        List<String> tags = new ArrayList<>(words.subList(1, words.size()));
        tags.add(file);
        return new Idiom(words.get(0), tags, members.toString(), body.toString(), exports);
    }

    private static Scope.Variable variable(String text) {
        boolean isFinal = text.startsWith("final ");
        String[] words = (isFinal ? text.substring(6) : text).split(" ");
        char type = switch (words[0]) {
            case "double" -> 'D';
            case "int" -> 'I';
            case "boolean" -> 'B';
            case "long" -> 'L';
            case "double[]" -> 'A';
            default -> throw new IllegalStateException("no type " + text);
        };
        return new Scope.Variable(type, words[1], isFinal);
    }

    private static String text(String file) {
        try (InputStream in = Idiom.class.getResourceAsStream("/fuzz/" + file + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
