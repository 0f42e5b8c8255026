package crosscountry.kernel.command.declaration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** How a command is written and what its words mean, as its declaration has it. */
public final class Usage {
    private static final int WIDTH = 118;
    private static final int WIDEST_NAME = 28;

    private Usage() {}

    /** The words of a command: {@code GRAPH [--seconds S] ...}. */
    public static String line(CommandSpec spec) {
        String[] custom = spec.usageMessage().customSynopsis();
        if (custom.length > 0) {
            return String.join(" ", custom);
        }
        Set<String> words = new LinkedHashSet<>();
        parameters(spec).forEach(parameter -> words.add(bracketed(parameter.paramLabel(), parameter.required())));
        options(spec).forEach(option -> words.add(alternatives(option)));
        return String.join(" ", words);
    }

    /** The first sentence of the description: what the command is for. */
    public static String summary(CommandSpec spec) {
        String[] description = spec.usageMessage().description();
        return description.length == 0 ? "" : description[0];
    }

    /** The other sentences, and every parameter and option with its meaning and default. */
    public static String help(CommandSpec spec) {
        List<String> lines = new ArrayList<>();
        Stream.of(spec.usageMessage().description()).skip(1).forEach(text -> lines.addAll(wrapped(text, WIDTH)));
        Map<String, String> rows = new LinkedHashMap<>();
        parameters(spec).forEach(parameter -> rows.put(parameter.paramLabel(), meaning(parameter)));
        options(spec).forEach(option -> rows.put(option(option), meaning(option)));
        int width = 2
                + rows.keySet().stream()
                        .mapToInt(String::length)
                        .filter(length -> length <= WIDEST_NAME)
                        .max()
                        .orElse(0);
        rows.forEach((name, meaning) -> {
            List<String> texts = wrapped(meaning, WIDTH - width);
            lines.add(String.format("  %-" + width + "s%s", name, name.length() > width - 2 ? "" : texts.remove(0))
                    .stripTrailing());
            texts.forEach(text -> lines.add(" ".repeat(width + 2) + text));
        });
        return String.join("\n", lines);
    }

    /** An option with the label of its value: {@code --seconds S}. */
    static String option(OptionSpec option) {
        return option.longestName() + (takesValue(option) ? " " + option.paramLabel() : "");
    }

    static boolean takesValue(OptionSpec option) {
        return option.arity().max() > 0;
    }

    /** The options that users see, in the order of their declaration. */
    static Stream<OptionSpec> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp());
    }

    static Stream<PositionalParamSpec> parameters(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .filter(parameter -> !parameter.hidden())
                .sorted(Comparator.comparingInt(parameter -> parameter.index().min()));
    }

    /** Options of which one may be given stand in one pair of brackets. */
    private static String alternatives(OptionSpec option) {
        ArgGroupSpec group = option.group();
        return group == null
                ? bracketed(option(option), option.required())
                : group.args().stream()
                        .map(one -> one instanceof OptionSpec other ? option(other) : one.paramLabel())
                        .collect(Collectors.joining(" | ", "[", "]"));
    }

    private static String bracketed(String word, boolean required) {
        return required ? word : "[" + word + "]";
    }

    private static String meaning(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        String value = argument.defaultValue();
        return value == null || argument.isOption() && !takesValue((OptionSpec) argument)
                ? text
                : text.replaceFirst("\\.?$", "") + " (" + value + ").";
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
