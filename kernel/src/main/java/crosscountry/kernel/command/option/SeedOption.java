package crosscountry.kernel.command.option;

import crosscountry.kernel.command.declaration.Whole;
import picocli.CommandLine.Option;

/** Where random numbers begin. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the random numbers (0).",
            converter = Whole.Any.class)
    private Long seed;

    /** Whether the user chose a seed. */
    boolean isNamed() {
        return seed != null;
    }

    long seed() {
        return seed == null ? 0 : seed;
    }
}
