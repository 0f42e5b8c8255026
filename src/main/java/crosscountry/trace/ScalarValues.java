package crosscountry.trace;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.Arrays;
import java.util.List;

/** The numbers of a scalar graph's values at a point, computed as far as they are needed. */
final class ScalarValues {
    private final int inputs;
    private double[] values;
    private int known;

    ScalarValues(double[] point) {
        inputs = point.length;
        values = point.clone();
        known = inputs;
    }

    /**
     * The number of an operand; the graph may change between calls as long as all vertices up to this one are the same.
     */
    double of(Graph graph, Operand operand) {
        int id = operand instanceof Operand.Ref ref ? ref.id() : 0;
        if (id > values.length) {
            values = Arrays.copyOf(
                    values,
                    Math.max(id, Math.min(2 * id, inputs + graph.vertices().size())));
        }
        for (; known < id; known++) {
            Vertex vertex = graph.vertices().get(known - inputs);
            List<Operand> operands = vertex.operands();
            double first = number(operands.get(0));
            values[known] =
                    vertex.primitive().value(vertex.params(), first, operands.size() > 1 ? number(operands.get(1)) : 0);
        }
        return number(operand);
    }

    private double number(Operand operand) {
        return operand instanceof Operand.Ref ref
                ? values[ref.id() - 1]
                : ((Operand.Literal) operand).value().data()[0];
    }

    double[] outputs(Graph graph) {
        double[] outputs = new double[graph.outputs().size()];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = of(graph, graph.outputs().get(k));
        }
        return outputs;
    }

    boolean holds(Graph graph, Condition condition) {
        return condition.relation().holds(of(graph, condition.left()), of(graph, condition.right()));
    }

    boolean holds(Graph graph) {
        for (Condition condition : graph.conditions()) {
            if (!holds(graph, condition)) {
                return false;
            }
        }
        return true;
    }
}
