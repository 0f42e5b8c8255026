package crosscountry.kernel.command.option;

import crosscountry.graph.AtomicFile;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphJson;
import crosscountry.graph.JaxSource;
import crosscountry.kernel.display.graph.GraphDot;
import crosscountry.kernel.display.graph.GraphPicture;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Files that a graph is written to. */
public final class GraphFiles {
    @Option(names = "--json", paramLabel = "FILE", description = "Writes the graph as JSON.")
    private Path json;

    @Option(names = "--dot", paramLabel = "FILE", description = "Writes the graph for Graphviz.")
    private Path dot;

    @Option(names = "--svg", paramLabel = "FILE", description = "Writes the graph's picture.")
    private Path svg;

    @Option(names = "--jax", paramLabel = "FILE", description = "Writes the graph as a Python function of JAX arrays.")
    private Path jax;

    /** Whether any file was named. */
    public boolean any() {
        return json != null || dot != null || svg != null || jax != null;
    }

    public void write(Graph graph) {
        if (json != null) {
            AtomicFile.write(json, GraphJson.write(graph) + "\n");
        }
        if (dot != null) {
            AtomicFile.write(dot, GraphDot.of(graph));
        }
        if (svg != null) {
            AtomicFile.write(svg, GraphPicture.svg(graph) + "\n");
        }
        if (jax != null) {
            AtomicFile.write(jax, JaxSource.of(graph));
        }
    }
}
