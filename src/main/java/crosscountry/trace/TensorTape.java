package crosscountry.trace;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.ShapeRules;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records the operations of one function of tensors in the order in which they run. */
final class TensorTape {
    private static final Set<String> OURS = Set.of(Var.class.getName(), TensorTape.class.getName());

    private final List<Input> inputs = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();

    /** All inputs come before the first operation. */
    Var input(String name, Shape shape) {
        inputs.add(new Input(inputs.size() + 1, name, shape));
        return new Var(this, new Operand.Ref(inputs.size()), shape);
    }

    /** Appends an operation; shapes that do not fit are an error that names the place in the user's code. */
    Var apply(Primitive primitive, Params params, Var... operands) {
        Optional<Source> source = source();
        for (Var operand : operands) {
            if (operand.tape() != null && operand.tape() != this) {
                throw new GraphException(at(source) + "a value of another function is used in " + primitive);
            }
        }
        Shape shape;
        try {
            shape = ShapeRules.result(
                    primitive, params, Arrays.stream(operands).map(Var::shape).toList());
        } catch (GraphException e) {
            throw new GraphException(at(source) + e.getMessage());
        }
        int number = vertices.size() + 1;
        Vertex vertex = new Vertex(
                number,
                inputs.size() + number,
                primitive,
                params,
                Arrays.stream(operands).map(Var::operand).toList(),
                shape,
                source);
        vertices.add(vertex);
        return new Var(this, new Operand.Ref(vertex.id()), shape);
    }

    private static String at(Optional<Source> source) {
        return source.map(place -> place + ": ").orElse("");
    }

    /** The nearest place in the user's code. */
    private static Optional<Source> source() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !OURS.contains(frame.getClassName()))
                        .findFirst())
                .map(frame -> new Source(frame.getMethodName(), frame.getLineNumber()));
    }

    Graph graph(String name, List<Operand> outputs) {
        return new Graph(name, inputs, vertices, outputs, Optional.empty());
    }
}
