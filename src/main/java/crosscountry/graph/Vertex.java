package crosscountry.graph;

import java.util.List;
import java.util.Optional;

/**
 * One primitive operation. {@code number} is its 1-based place in program order, {@code id} is I + number,
 * {@code shape} is that of its result.
 */
public record Vertex(
        int number,
        int id,
        Primitive primitive,
        Params params,
        List<Operand> operands,
        Shape shape,
        Optional<Source> source) {
    public Vertex {
        operands = List.copyOf(operands);
    }
}
