package crosscountry.kernel.command.declaration;

import crosscountry.task.Nearest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words of a command, in one sentence that says what would do. */
public final class Mistake {
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]*");

    private Mistake() {}

    public static String sentence(ParameterException mistake) {
        CommandSpec spec = mistake.getCommandLine().getCommandSpec();
        String name = spec.name();
        List<String> unmatched = mistake.getCommandLine().getUnmatchedArguments();
        if (!unmatched.isEmpty() && unmatched.get(0).startsWith("-")) {
            return unknown(spec, unmatched.get(0));
        }
        if (mistake instanceof UnmatchedArgumentException more) {
            if (!spec.subcommands().isEmpty()) {
                String word = more.getUnmatched().get(0);
                return "there is no command " + word
                        + Nearest.hint(word, spec.subcommands().keySet());
            }
            return name + ": \"" + more.getUnmatched().get(0) + "\" is one word too many: " + usage(spec);
        }
        if (mistake instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(spec, missing.getMissing());
        }
        if (mistake instanceof MutuallyExclusiveArgsException) {
            return name + ": " + named(mistake.getMessage()) + " exclude each other";
        }
        if (mistake.getCause() instanceof TypeConversionException wanted && mistake.getArgSpec() != null) {
            ArgSpec argument = mistake.getArgSpec();
            String subject = argument.isPositional() && !Choices.of(argument).isEmpty()
                    ? name + " takes "
                    : name + ": " + label(argument) + " is ";
            return subject + wanted.getMessage() + ", not \"" + mistake.getValue() + "\"";
        }
        return name + ": " + mistake.getMessage().lines().findFirst().orElse("");
    }

    private static String unknown(CommandSpec spec, String word) {
        String option = word.replaceFirst("=.*", "");
        List<String> known = Usage.options(spec).map(OptionSpec::longestName).toList();
        return "unknown option " + option + " of " + spec.name()
                + (known.isEmpty()
                        ? ", which has none"
                        : Nearest.hint(option, known) + "; allowed: " + String.join(", ", known));
    }

    private static String missing(CommandSpec spec, List<ArgSpec> missing) {
        ArgSpec first = missing.get(0);
        return first.isOption() && (first.group() != null || !first.required())
                ? spec.name() + ": " + label(first) + " needs a value: " + Usage.option((OptionSpec) first)
                : spec.name() + " needs "
                        + missing.stream().map(Mistake::label).collect(Collectors.joining(" and ")) + ": "
                        + usage(spec);
    }

    private static String named(String message) {
        return OPTION.matcher(message).results().map(MatchResult::group).collect(Collectors.joining(" and "));
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String usage(CommandSpec spec) {
        return (spec.name() + " " + Usage.line(spec)).strip();
    }
}
