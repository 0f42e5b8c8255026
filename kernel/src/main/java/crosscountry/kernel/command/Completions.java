package crosscountry.kernel.command;

import crosscountry.kernel.command.declaration.Choices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What may stand at the end of a command's line, by its declaration. */
final class Completions {
    private final CommandSpec spec;
    private final CommandContext context;
    private final List<String> before;
    private final String begin;

    private Completions(CommandSpec spec, CommandContext context, String arguments) {
        List<String> words = List.of(arguments.stripLeading().split("\\s+", -1));
        this.spec = spec;
        this.context = context;
        before = words.subList(0, words.size() - 1);
        begin = words.get(words.size() - 1);
    }

    static List<String> of(CommandSpec spec, CommandContext context, String arguments) {
        Completions here = new Completions(spec, context, arguments);
        return here.open()
                .map(here::values)
                .orElseGet(() -> Stream.concat(here.parameter(), here.unused()))
                .filter(word -> word.startsWith(here.begin))
                .distinct()
                .toList();
    }

    /** The option whose value is being written. */
    private Optional<ArgSpec> open() {
        return before.isEmpty() ? Optional.empty() : valued(before.get(before.size() - 1));
    }

    private Optional<ArgSpec> valued(String word) {
        return Optional.<ArgSpec>ofNullable(spec.findOption(word))
                .filter(option -> option.arity().max() > 0);
    }

    /** Values of the parameter that the word is, if it is no option. */
    private Stream<String> parameter() {
        int index = 0;
        for (int k = 0; k < before.size(); k++) {
            if (valued(before.get(k)).isPresent()) {
                k++;
            } else if (!before.get(k).startsWith("--")) {
                index++;
            }
        }
        int place = index;
        return spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(place))
                .flatMap(this::values);
    }

    private Stream<String> unused() {
        List<String> words =
                before.stream().map(word -> word.replaceFirst("=.*", "")).toList();
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .filter(name -> !words.contains(name));
    }

    private Stream<String> values(ArgSpec argument) {
        List<String> listed = Choices.of(argument);
        Iterable<String> candidates = argument.completionCandidates();
        if (!listed.isEmpty()) {
            return listed.stream();
        }
        if (candidates instanceof SessionWords words) {
            return words.of(context, begin);
        }
        if (candidates != null) {
            return StreamSupport.stream(candidates.spliterator(), false);
        }
        boolean isFile = argument.type() == Path.class
                || argument.auxiliaryTypes().length > 0 && argument.auxiliaryTypes()[0] == Path.class;
        return isFile ? FileWords.of(begin).stream() : Stream.of();
    }
}
