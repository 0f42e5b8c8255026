package crosscountry.kernel.command.option;

import crosscountry.kernel.command.declaration.Whole;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How work that takes its time is done: from which seed, and on how many cores. */
public final class EffortOptions {
    @Mixin
    private SeedOption seed;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "How many threads work; all cores by default.",
            converter = Whole.From1.class)
    private Integer threads;

    public long seed() {
        return seed.seed();
    }

    /** Whether the user chose a seed. */
    boolean namesSeed() {
        return seed.isNamed();
    }

    /** Whether the user chose a number of threads. */
    boolean namesThreads() {
        return threads != null;
    }

    public int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
