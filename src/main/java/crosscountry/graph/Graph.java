package crosscountry.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A function as a list of primitive operations in program order (game.md, section 1). Inputs have ids 1..I, vertex v
 * has id I+v; operands refer to earlier ids only.
 *
 * @param edges present when a graph file states its own initial edges: the published cost then uses exactly these
 * @param conditions the graph is the function's graph at points where all of them hold, in the order of the decisions
 * @param origin the Java function behind a traced graph, which supplies the graphs of other points
 */
public record Graph(
        String name,
        List<Input> inputs,
        List<Vertex> vertices,
        List<Operand> outputs,
        Optional<List<GivenEdge>> edges,
        List<Condition> conditions,
        Optional<Origin> origin) {
    public Graph {
        inputs = List.copyOf(inputs);
        vertices = List.copyOf(vertices);
        outputs = List.copyOf(outputs);
        edges = edges.map(List::copyOf);
        conditions = List.copyOf(conditions);
        GraphChecks.check(inputs, vertices, outputs);
        GraphChecks.checkConditions(inputs.size() + vertices.size(), conditions);
    }

    /** A graph that holds at every point. */
    public Graph(
            String name,
            List<Input> inputs,
            List<Vertex> vertices,
            List<Operand> outputs,
            Optional<List<GivenEdge>> edges) {
        this(name, inputs, vertices, outputs, edges, List.of(), Optional.empty());
    }

    public Vertex vertex(int number) {
        if (number < 1 || number > vertices.size()) {
            throw new GraphException(
                    "there is no vertex " + number + " in " + name + "; vertices are 1.." + vertices.size());
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
        return isInput(id)
                ? inputs.get(id - 1).shape()
                : vertices.get(id - 1 - inputs.size()).shape();
    }

    public Shape shape(Operand operand) {
        return operand instanceof Operand.Ref ref
                ? shape(ref.id())
                : ((Operand.Literal) operand).value().shape();
    }

    /**
     * The point as one tensor for each input.
     *
     * @param values all inputs one after another, in row-major order; a wrong count is an error that names the inputs
     */
    public List<Tensor> point(double... values) {
        int needed = inputs.stream().mapToInt(input -> input.shape().size()).sum();
        if (values.length != needed) {
            throw new GraphException("the point has " + values.length + " numbers; " + name + " needs " + needed + ": "
                    + String.join(
                            ", ",
                            inputs.stream()
                                    .map(input -> input.name() + input.shape())
                                    .toList()));
        }
        List<Tensor> point = new ArrayList<>();
        int from = 0;
        for (Input input : inputs) {
            point.add(new Tensor(
                    input.shape(),
                    Arrays.copyOfRange(values, from, from += input.shape().size())));
        }
        return point;
    }

    /** The same function without stated edges, which are then derived as in game.md, section 4. */
    public Graph withoutEdges() {
        return new Graph(name, inputs, vertices, outputs, Optional.empty(), conditions, origin);
    }

    public Graph named(String newName) {
        return new Graph(newName, inputs, vertices, outputs, edges, conditions, origin);
    }

    /** The first condition that does not hold at this point; empty where the graph is the function's graph. */
    public Optional<Condition> broken(double... point) {
        if (conditions.isEmpty()) {
            return Optional.empty();
        }
        PrimalValues values = PrimalValues.of(this, point(point));
        return conditions.stream()
                .filter(condition -> !condition
                        .relation()
                        .holds(
                                values.value(condition.left()).data()[0],
                                values.value(condition.right()).data()[0]))
                .findFirst();
    }

    public boolean isScalar() {
        return inputs.stream().allMatch(i -> i.shape().rank() == 0)
                && vertices.stream().allMatch(v -> v.shape().rank() == 0);
    }
}
