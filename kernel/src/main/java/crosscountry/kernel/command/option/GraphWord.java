package crosscountry.kernel.command.option;

import crosscountry.graph.Graph;
import picocli.CommandLine.Parameters;

/** The word that names a graph. */
public final class GraphWord {
    @Parameters(
            index = "0",
            paramLabel = "GRAPH",
            description = "A built-in task or a graph file; in a notebook, a variable first of all.",
            completionCandidates = Completing.Graphs.class)
    private String word;

    public Graph graph(Names names) {
        return names.graph(word);
    }
}
