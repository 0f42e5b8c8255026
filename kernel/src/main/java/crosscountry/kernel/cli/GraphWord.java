package crosscountry.kernel.cli;

import crosscountry.graph.Graph;
import crosscountry.kernel.command.Named;
import picocli.CommandLine.Parameters;

/** The word that names a graph. */
final class GraphWord {
    @Parameters(paramLabel = "GRAPH", description = "A task's name or a graph file.")
    private String word;

    Graph graph() {
        return Named.graph(word);
    }
}
