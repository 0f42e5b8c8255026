package crosscountry.kernel.cli;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphJson;
import crosscountry.graph.JaxSource;
import crosscountry.kernel.command.WholeFile;
import crosscountry.kernel.display.graph.GraphDot;
import crosscountry.kernel.display.graph.GraphPicture;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code graph}: a graph's sizes, and the graph as JSON, for Graphviz, or as a picture. */
@Command(name = "graph", description = "Shows a graph or writes it to files.", mixinStandardHelpOptions = true)
final class GraphCommand implements Callable<Integer> {
    @Mixin
    private GraphWord word;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the graph as JSON.")
    private Path json;

    @Option(names = "--dot", paramLabel = "FILE", description = "Writes the graph for Graphviz.")
    private Path dot;

    @Option(names = "--svg", paramLabel = "FILE", description = "Writes the graph's picture.")
    private Path svg;

    @Option(names = "--jax", paramLabel = "FILE", description = "Writes the graph as a Python function of JAX arrays.")
    private Path jax;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Graph shown = word.graph();
        if (json != null) {
            WholeFile.write(json, GraphJson.write(shown) + "\n");
        }
        if (dot != null) {
            WholeFile.write(dot, GraphDot.of(shown));
        }
        if (svg != null) {
            WholeFile.write(svg, GraphPicture.svg(shown) + "\n");
        }
        if (jax != null) {
            WholeFile.write(jax, JaxSource.of(shown));
        }
        if (jax == null && json == null && dot == null && svg == null) {
            spec.commandLine()
                    .getOut()
                    .println(shown.name() + ": " + shown.inputs().size() + " inputs, "
                            + shown.vertices().size() + " vertices, "
                            + shown.outputs().size() + " outputs");
        }
        return 0;
    }
}
