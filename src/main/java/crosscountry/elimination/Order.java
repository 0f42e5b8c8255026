package crosscountry.elimination;

import java.util.List;
import java.util.stream.Collectors;

/** Vertex numbers in the order in which they are eliminated. */
public record Order(List<Integer> vertices) {
    public Order {
        vertices = List.copyOf(vertices);
    }

    /** These vertex numbers, in this order. */
    public static Order of(Integer... vertices) {
        return new Order(List.of(vertices));
    }

    public Order reversed() {
        List<Integer> reversed = new java.util.ArrayList<>(vertices);
        java.util.Collections.reverse(reversed);
        return new Order(reversed);
    }

    @Override
    public String toString() {
        return vertices.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
