package crosscountry.kernel.command.declaration;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The values that a label lists, such as {@code float64|float32}, are the only ones. */
public final class Choices {
    private Choices() {}

    /** The listed values; empty where the label lists none. */
    public static List<String> of(ArgSpec argument) {
        String label = argument.paramLabel();
        return label.contains("|") ? List.of(label.split("\\|")) : List.of();
    }

    /** @throws ParameterException when a value that was given is not listed */
    static void check(ParseResult parsed) {
        for (ArgSpec argument : parsed.matchedArgs()) {
            List<String> listed = of(argument);
            for (String value : argument.stringValues()) {
                if (!listed.isEmpty() && !listed.contains(value)) {
                    String all = String.join(", ", listed.subList(0, listed.size() - 1)) + " or "
                            + listed.get(listed.size() - 1);
                    throw new ParameterException(
                            parsed.commandSpec().commandLine(), all, new TypeConversionException(all), argument, value);
                }
            }
        }
    }
}
