package crosscountry.graph;

import java.util.List;

/** The invariants of a graph's numbering; shapes are checked by the reader and the tracers. */
final class GraphChecks {
    private GraphChecks() {}

    static void check(List<Input> inputs, List<Vertex> vertices, List<Operand> outputs) {
        for (int k = 0; k < inputs.size(); k++) {
            if (inputs.get(k).id() != k + 1) {
                throw new GraphException(
                        "input " + (k + 1) + " has id " + inputs.get(k).id() + "; inputs have ids 1..I in order");
            }
        }
        for (int k = 0; k < vertices.size(); k++) {
            Vertex vertex = vertices.get(k);
            int id = inputs.size() + k + 1;
            if (vertex.number() != k + 1 || vertex.id() != id) {
                throw new GraphException("vertex at place " + (k + 1) + " has number " + vertex.number() + " and id "
                        + vertex.id() + "; it must have number " + (k + 1) + " and id " + id);
            }
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref && (ref.id() < 1 || ref.id() >= id)) {
                    throw new GraphException("vertex " + vertex.number() + " (" + vertex.primitive() + ") reads id "
                            + ref.id() + "; operands must be earlier ids, 1.." + (id - 1));
                }
            }
        }
        int last = inputs.size() + vertices.size();
        for (Operand output : outputs) {
            if (output instanceof Operand.Ref ref && (ref.id() < 1 || ref.id() > last)) {
                throw new GraphException("an output refers to id " + ref.id() + "; ids are 1.." + last);
            }
        }
    }

    static void checkConditions(int last, List<Condition> conditions) {
        for (Condition condition : conditions) {
            for (Operand operand : List.of(condition.left(), condition.right())) {
                if (operand instanceof Operand.Ref ref && (ref.id() < 1 || ref.id() > last)) {
                    throw new GraphException("a condition refers to id " + ref.id() + "; ids are 1.." + last);
                }
            }
        }
    }
}
