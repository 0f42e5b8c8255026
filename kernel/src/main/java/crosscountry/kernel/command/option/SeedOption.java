package crosscountry.kernel.command.option;

import crosscountry.kernel.command.declaration.Whole;
import picocli.CommandLine.Option;

/** Where random numbers begin. */
public final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The seed of the random numbers.",
            converter = Whole.Any.class)
    private long seed;

    public long seed() {
        return seed;
    }
}
