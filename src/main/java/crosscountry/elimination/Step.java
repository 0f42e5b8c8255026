package crosscountry.elimination;

import crosscountry.graph.Graph;
import java.util.List;

/** The elimination of one vertex: its cost in multiplications, its products, and the graph after it. */
public record Step(int vertex, long cost, List<Product> products, Linearization after) {
    public Step {
        products = List.copyOf(products);
    }

    /** One line for the step and one for each product, for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "vertex " + vertex + ": " + cost + " " + after.rules().unit());
        for (Product product : products) {
            text.append(System.lineSeparator())
                    .append("  ")
                    .append(name(product.in().source()))
                    .append(" -> v")
                    .append(vertex)
                    .append(" -> v")
                    .append(product.out().target())
                    .append(": ")
                    .append(product.cost())
                    .append(product.fillIn() ? ", fill-in" : ", added to the edge that is there");
        }
        return text.toString();
    }

    private String name(int id) {
        Graph graph = after.graph();
        return graph.isInput(id)
                ? graph.inputs().get(id - 1).name()
                : "v" + (id - graph.inputs().size());
    }
}
