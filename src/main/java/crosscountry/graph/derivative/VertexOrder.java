package crosscountry.graph.derivative;

import java.util.List;

/** Vertex numbers in the order in which they are to be eliminated. */
public interface VertexOrder {
    List<Integer> vertices();
}
