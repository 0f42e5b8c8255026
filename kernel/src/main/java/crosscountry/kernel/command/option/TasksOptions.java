package crosscountry.kernel.command.option;

import crosscountry.corpus.Corpus;
import picocli.CommandLine.Option;

/** Which built-in graphs are listed. */
public final class TasksOptions {
    @Option(names = "--corpus", description = "The functions of the corpus instead, with field and split.")
    private boolean corpus;

    /** Which part of the corpus a function belongs to. */
    public static String split(String name) {
        return Corpus.test().contains(name) ? "test" : "train";
    }

    public boolean corpus() {
        return corpus;
    }
}
