package crosscountry.kernel.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a command's synopsis says of its words, which is all that completion needs to know.
 *
 * @param options in the order of the synopsis
 * @param plain the placeholders that are no options, such as GRAPH
 */
public record Synopsis(List<Option> options, List<String> plain) {
    private static final Pattern OPTION = Pattern.compile("--([a-z][a-z-]*)(?: ([^\\s\\]-][^\\s\\]]*))?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\b[A-Z]{2,}\\b");

    /**
     * An option.
     *
     * @param name without dashes
     * @param value the placeholder of its value, such as FILE or float64|float32; "" for a switch
     */
    public record Option(String name, String value) {}

    public static Synopsis of(Command command) {
        String usage = command.synopsis().split("\\s{2,}", 2)[0];
        List<Option> options = new ArrayList<>();
        Matcher option = OPTION.matcher(usage);
        while (option.find()) {
            options.add(new Option(
                    option.group(1), Optional.ofNullable(option.group(2)).orElse("")));
        }
        return new Synopsis(
                List.copyOf(options),
                PLACEHOLDER
                        .matcher(option.replaceAll(""))
                        .results()
                        .map(found -> found.group())
                        .toList());
    }

    /** The option whose value is written at the end of these arguments; empty where none is. */
    public Optional<Option> open(String argsBeforeCursor) {
        String[] words = argsBeforeCursor.split("\\s+", -1);
        String before = words.length < 2 ? "" : words[words.length - 2];
        return options.stream()
                .filter(option -> !option.value().isEmpty() && before.equals("--" + option.name()))
                .findFirst();
    }

    /** Options that these arguments do not hold yet, with their dashes. */
    public Stream<String> unused(String argsBeforeCursor) {
        List<String> words = List.of(argsBeforeCursor.split("[\\s=]+"));
        return options.stream().map(option -> "--" + option.name()).filter(flag -> !words.contains(flag));
    }
}
