package crosscountry.kernel.command.option;

import crosscountry.elimination.Order;
import crosscountry.graph.AtomicFile;
import crosscountry.graph.Graph;
import crosscountry.kernel.display.graph.OrderText;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A file for the order that a command finds or is given. */
public final class OrderFile {
    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Writes the order: .json, .py (a Python list for Graphax) or .dot (with elimination times).")
    private Path file;

    /** Writes the order by the ending of the file, if a file was named. */
    public void write(Graph graph, Order order) {
        if (file != null) {
            AtomicFile.write(file, OrderText.of(graph, order, file));
        }
    }
}
