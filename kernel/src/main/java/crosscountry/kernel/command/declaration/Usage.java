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
        Stream.concat(parameters(spec), options(spec)).forEach(argument -> words.add(alternatives(spec, argument)));
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

    /** Words of which one may be given stand in one pair of brackets. */
    private static String alternatives(CommandSpec spec, ArgSpec argument) {
        if (argument.required() && argument.group() == null) {
            return word(argument);
        }
        Stream<ArgSpec> alternatives =
                argument.group() != null ? argument.group().args().stream() : spellings(spec, argument);
        return alternatives.map(Usage::word).collect(Collectors.joining(" | ", "[", "]"));
    }

    /** The argument, as a parameter and as an option of the same label where it may be either. */
    private static Stream<ArgSpec> spellings(CommandSpec spec, ArgSpec argument) {
        List<ArgSpec> same = Stream.<ArgSpec>concat(parameters(spec), options(spec))
                .filter(one -> one.paramLabel().equals(argument.paramLabel()) && !one.required())
                .toList();
        boolean either = same.stream().anyMatch(ArgSpec::isPositional);
        return either ? same.stream() : Stream.of(argument);
    }

    private static String word(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option(option) : argument.paramLabel();
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
