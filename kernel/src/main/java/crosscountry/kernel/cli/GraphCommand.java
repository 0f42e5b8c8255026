package crosscountry.kernel.cli;

import crosscountry.graph.Graph;
import crosscountry.kernel.command.option.GraphFiles;
import crosscountry.kernel.command.option.GraphWord;
import crosscountry.kernel.command.option.Names;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code graph}: a graph's sizes, and the graph as JSON, for Graphviz, or as a picture. */
@Command(description = "Shows a graph or writes it to files.", mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
    @Mixin
    private GraphWord word;

    @Mixin
    private GraphFiles files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Graph shown = word.graph(new Names.BuiltIn());
        files.write(shown);
        if (!files.any()) {
            spec.commandLine()
                    .getOut()
                    .println(shown.name() + ": " + shown.inputs().size() + " inputs, "
                            + shown.vertices().size() + " vertices, "
                            + shown.outputs().size() + " outputs");
        }
        return 0;
    }
}
