package crosscountry.kernel.command.option;

import crosscountry.elimination.edge.CostModel;
import crosscountry.kernel.command.Named;
import picocli.CommandLine.Option;

/** What is counted. */
public final class CostOption {
    @Option(
            names = "--cost",
            paramLabel = "NAME",
            defaultValue = "published",
            description = "What counts: published, algebra, multiplications, flops or memory.",
            completionCandidates = Completing.Costs.class)
    private String name;

    public CostModel rules() {
        return Named.cost(name);
    }
}
