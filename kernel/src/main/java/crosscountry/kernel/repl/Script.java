package crosscountry.kernel.repl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of several cells in jupytext's percent format: {@code // %% title} begins a cell of Java, {@code // %%
 * [markdown]} one of text. Commands stand as they are, or behind {@code //} as jupytext writes them.
 */
public final class Script {
    private static final Pattern MARK = Pattern.compile("\\s*//\\s*%%+(?:\\s+(.*))?");
    private static final Pattern KIND = Pattern.compile("\\[(markdown|md|raw)\\]");
    private static final Pattern OPTION =
            Pattern.compile("([\\w.-]+)=(\"(?:[^\"\\\\]|\\\\.)*\"|\\[.*\\]|\\{.*\\}|\\S+)");
    private static final Pattern EDGE = Pattern.compile("//\\s*---\\s*");
    private static final Pattern COMMAND = Pattern.compile("//\\s?((?://\\s?)*%%?([A-Za-z]\\w*)(?:\\s.*)?)");

    private final List<Cell> cells = new ArrayList<>();
    private boolean commented = true;
    private String options = "";
    private int begin = 1;
    private final List<String> text = new ArrayList<>();

    private Script() {}

    /**
     * @param kind {@code code}, {@code markdown} or {@code raw}
     * @param line where the text begins in the file, from 1
     * @param commented whether commands may stand behind {@code //}
     */
    public record Cell(String kind, String title, int line, String text, boolean commented) {
        /** Whether there is something to run. */
        public boolean runs() {
            return kind.equals("code") && !text.isBlank();
        }

        /** The text with its commands, among these, in the open; other comments are left alone. */
        public String code(Set<String> commands) {
            return !commented
                    ? text
                    : text.lines()
                            .map(line -> {
                                Matcher command = COMMAND.matcher(line);
                                return command.matches() && commands.contains(command.group(2))
                                        ? command.group(1)
                                        : line;
                            })
                            .collect(Collectors.joining("\n"));
        }
    }

    /** Whether a text is in this format; any other text is one cell. */
    public static boolean is(String text) {
        return text.lines().anyMatch(line -> MARK.matcher(line).matches());
    }

    /** The cells of a file; what stands above the first mark is a cell of its own, the header of jupytext is none. */
    public static List<Cell> cells(String file) {
        Script script = new Script();
        List<String> lines = file.lines().toList();
        int number = script.header(lines);
        script.begin = number + 1;
        boolean quoted = false; // inside of a text block
        for (; number < lines.size(); number++) {
            String line = lines.get(number);
            Matcher mark = MARK.matcher(line);
            if (!quoted && mark.matches()) {
                script.end();
                script.options = mark.group(1) == null ? "" : mark.group(1).strip();
                script.begin = number + 2;
            } else {
                script.text.add(line);
                quoted ^= !line.stripLeading().startsWith("//") && line.split("\"\"\"", -1).length % 2 == 0;
            }
        }
        script.end();
        return script.cells;
    }

    /** How many lines the header takes. */
    private int header(List<String> lines) {
        if (lines.isEmpty() || !EDGE.matcher(lines.get(0)).matches()) {
            return 0;
        }
        for (int k = 1; k < lines.size() && lines.get(k).startsWith("//"); k++) {
            if (EDGE.matcher(lines.get(k)).matches()) {
                commented = lines.subList(0, k).stream()
                        .noneMatch(line -> line.matches("//\\s+comment_magics:\\s*false\\s*"));
                return k + 1;
            }
        }
        return 0;
    }

    private void end() {
        while (!text.isEmpty() && text.get(0).isBlank()) {
            text.remove(0);
            begin++;
        }
        while (!text.isEmpty() && text.get(text.size() - 1).isBlank()) {
            text.remove(text.size() - 1);
        }
        Matcher kind = KIND.matcher(options);
        if (kind.find()) {
            cells.add(new Cell(
                    kind.group(1).equals("raw") ? "raw" : "markdown",
                    title(kind.replaceFirst("")),
                    begin,
                    uncommented(),
                    false));
        } else if (!options.isEmpty() || !text.isEmpty()) {
            code();
        }
        text.clear();
    }

    /** A cell in another language, such as html, is that cell command. */
    private void code() {
        Matcher option = OPTION.matcher(options);
        String language = "";
        String arguments = "";
        while (option.find()) {
            String value = option.group(2).replaceAll("^\"|\"$", "").replaceAll("\\\\(.)", "$1");
            language = option.group(1).equals("language") ? value : language;
            arguments = option.group(1).equals("magic_args") ? " " + value : arguments;
        }
        String whole =
                language.isEmpty() ? String.join("\n", text) : "%%" + language + arguments + "\n" + uncommented();
        cells.add(new Cell(
                "code",
                title(options),
                language.isEmpty() ? begin : begin - 1,
                whole,
                commented && language.isEmpty()));
    }

    private static String title(String options) {
        return OPTION.matcher(options).replaceAll("").strip();
    }

    private String uncommented() {
        return text.stream().map(line -> line.replaceFirst("^// ?", "")).collect(Collectors.joining("\n"));
    }
}
