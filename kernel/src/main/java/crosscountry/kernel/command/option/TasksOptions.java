package crosscountry.kernel.command.option;

import picocli.CommandLine.Option;

/** Which built-in graphs are listed. */
public final class TasksOptions {
    @Option(names = "--corpus", description = "The functions of the corpus instead, with field and split.")
    private boolean corpus;

    public boolean corpus() {
        return corpus;
    }
}
