package crosscountry.graph.trace;

import crosscountry.graph.Graph;
import java.util.List;

/** A graph traced along the branches taken at a point, with the conditions under which it is the function's graph. */
public record Traced(Graph graph, List<Condition> conditions) {
    public Traced {
        conditions = List.copyOf(conditions);
    }
}
