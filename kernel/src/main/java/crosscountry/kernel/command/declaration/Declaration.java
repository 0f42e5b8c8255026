package crosscountry.kernel.command.declaration;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** A command by its picocli annotations, parsed alike in a notebook and on the command line. */
public final class Declaration {
    private Declaration() {}

    /** The declaration of a magic: its words go to the annotated fields. */
    public static CommandLine of(String name, Object annotated) {
        return parsing(new CommandLine(annotated)
                .setCommandName(name)
                .setExpandAtFiles(false)
                .registerConverter(Verbatim.Line.class, Verbatim.Line::new)
                .registerConverter(Verbatim.Code.class, Verbatim.Code::new));
    }

    /** What holds wherever words are parsed: of an option that is given twice the last counts. */
    public static CommandLine parsing(CommandLine command) {
        return command.setOverwrittenOptionsAllowed(true);
    }

    /**
     * Takes the line of a magic.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static void take(CommandLine magic, String line) {
        try {
            check(magic.parseArgs(words(magic.getCommandSpec(), line)));
        } catch (ParameterException mistake) {
            throw new IllegalArgumentException(Mistake.sentence(mistake), mistake);
        }
    }

    /** @throws ParameterException when a value is none of those that are declared for it */
    public static void check(ParseResult parsed) {
        for (ParseResult one = parsed; one != null; one = one.subcommand()) {
            Choices.check(one);
        }
    }

    /** The type of the parameter that takes the whole line, if there is one. */
    public static Optional<Class<?>> verbatim(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .<Class<?>>map(CommandLine.Model.ArgSpec::type)
                .filter(Verbatim.class::isAssignableFrom)
                .findFirst();
    }

    private static String[] words(CommandSpec spec, String line) {
        if (verbatim(spec).isPresent()) {
            return line.isBlank() ? new String[0] : new String[] {"--", line};
        }
        try {
            List<String> words = Arguments.of(line);
            return words.toArray(String[]::new);
        } catch (IllegalArgumentException open) {
            throw new IllegalArgumentException(spec.name() + ": " + open.getMessage(), open);
        }
    }
}
