package crosscountry.elimination;

import java.util.List;

/** The elimination of one vertex: its cost in multiplications, its products, and the graph after it. */
public record Step(int vertex, long cost, List<Product> products, Linearization after) {
    public Step {
        products = List.copyOf(products);
    }
}
