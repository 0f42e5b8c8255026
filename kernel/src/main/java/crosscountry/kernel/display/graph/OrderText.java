package crosscountry.kernel.display.graph;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** An order for other programs, by the ending of its file. */
public final class OrderText {
    private OrderText() {}

    /**
     * {@code .json}: an object with the fields graph and order, as {@code --order FILE} reads it; {@code .py}: a Python
     * list for Graphax's {@code jacve(f, order=order, argnums=...)}; {@code .dot}: the graph for Graphviz with the step
     * of each elimination behind an @. Any other ending is an error that lists these.
     */
    public static String of(Graph graph, Order order, Path file) {
        String name = String.valueOf(file.getFileName());
        String vertices = order.vertices().stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> "{\"graph\": \"" + escaped(graph.name()) + "\", \"order\": " + vertices + "}\n";
            case "py" -> "order = " + vertices + "\n";
            case "dot" -> GraphDot.of(graph, order);
            default ->
                throw new GraphException(
                        "an order can be written to a file that ends with .json, .py (a Python list) or .dot, not "
                                + name);
        };
    }

    private static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
