package crosscountry.graph;

import java.util.List;
import java.util.Optional;

/**
 * A function as a list of primitive operations in program order (game.md, section 1). Inputs have ids 1..I, vertex v has
 * id I+v; operands refer to earlier ids only. {@code edges} is present when a graph file states its own initial edges:
 * the published cost then uses exactly these.
 */
public record Graph(
        String name, List<Input> inputs, List<Vertex> vertices, List<Operand> outputs, Optional<List<GivenEdge>> edges) {
    public Graph {
        inputs = List.copyOf(inputs);
        vertices = List.copyOf(vertices);
        outputs = List.copyOf(outputs);
        edges = edges.map(List::copyOf);
        GraphChecks.check(inputs, vertices, outputs);
    }

    public Vertex vertex(int number) {
        if (number < 1 || number > vertices.size()) {
            throw new GraphException("there is no vertex " + number + " in " + name + "; vertices are 1.." + vertices.size());
        }
        return vertices.get(number - 1);
    }

    /** The id of a vertex number. */
    public int id(int vertex) {
        return inputs.size() + vertex;
    }

    /** True for the ids 1..I. */
    public boolean isInput(int id) {
        return id <= inputs.size();
    }

    /** Shape of the value with this id. */
    public Shape shape(int id) {
        return isInput(id) ? inputs.get(id - 1).shape() : vertices.get(id - 1 - inputs.size()).shape();
    }

    public Shape shape(Operand operand) {
        return operand instanceof Operand.Ref ref ? shape(ref.id()) : ((Operand.Literal) operand).value().shape();
    }

    /** The same function without stated edges: they are then derived by game.md, section 4. */
    public Graph withoutEdges() {
        return new Graph(name, inputs, vertices, outputs, Optional.empty());
    }

    public Graph named(String newName) {
        return new Graph(newName, inputs, vertices, outputs, edges);
    }

    public boolean isScalar() {
        return inputs.stream().allMatch(i -> i.shape().rank() == 0) && vertices.stream().allMatch(v -> v.shape().rank() == 0);
    }
}
