package crosscountry;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Relation;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random decision list over random scalar graphs: all pieces begin with the values that are decided on. */
public final class RandomPiecewise {
    public static final int OUTPUTS = 2;
    private static final Relation[][] OPPOSITES = {
        {Relation.LT, Relation.NOT_LT},
        {Relation.NOT_LE, Relation.LE},
        {Relation.GT, Relation.NOT_GT},
        {Relation.NOT_GE, Relation.GE},
        {Relation.NE, Relation.EQ}
    };

    private RandomPiecewise() {}

    /** @param graphs the first is decided on, the others are the pieces */
    public static Piecewise of(List<Graph> graphs, Random random) {
        Graph decider = graphs.get(0);
        int inputs =
                graphs.stream().mapToInt(graph -> graph.inputs().size()).max().orElseThrow();
        Piecewise function = new Piecewise();
        List<Condition> before = new ArrayList<>();
        for (int k = 1; k < graphs.size(); k++) {
            Graph body = joined(decider, graphs.get(k), inputs);
            if (k == graphs.size() - 1) {
                function.piece(body, before.toArray(Condition[]::new));
                return function;
            }
            Relation[] pair = OPPOSITES[random.nextInt(OPPOSITES.length)];
            int id = 1 + random.nextInt(inputs + decider.vertices().size());
            double[] somewhere = random.doubles(inputs, 0.2, 0.9).toArray();
            double threshold =
                    PrimalValues.of(body, body.point(somewhere)).value(id).data()[0];
            List<Condition> own = new ArrayList<>(before);
            own.add(Piecewise.when(id, pair[0], threshold));
            function.piece(body, own.toArray(Condition[]::new));
            before.add(Piecewise.when(id, pair[1], threshold));
        }
        return function;
    }

    private static Graph joined(Graph first, Graph second, int inputCount) {
        List<Input> inputs = new ArrayList<>();
        for (int id = 1; id <= inputCount; id++) {
            inputs.add(new Input(id, "x" + id, Shape.SCALAR));
        }
        List<Vertex> vertices = new ArrayList<>();
        append(vertices, first, inputCount);
        int shift = vertices.size();
        append(vertices, second, inputCount);
        List<Operand> outputs = new ArrayList<>();
        for (int k = 0; k < OUTPUTS; k++) {
            outputs.add(moved(second.outputs().get(k % second.outputs().size()), second, inputCount + shift));
        }
        return new Graph("piecewise", inputs, vertices, outputs, Optional.empty());
    }

    private static void append(List<Vertex> vertices, Graph graph, int inputCount) {
        int shift = inputCount + vertices.size();
        for (Vertex vertex : graph.vertices()) {
            int number = vertices.size() + 1;
            vertices.add(new Vertex(
                    number,
                    inputCount + number,
                    vertex.primitive(),
                    vertex.params(),
                    vertex.operands().stream()
                            .map(operand -> moved(operand, graph, shift))
                            .toList(),
                    vertex.shape(),
                    Optional.empty()));
        }
    }

    private static Operand moved(Operand operand, Graph graph, int shift) {
        return operand instanceof Operand.Ref ref && !graph.isInput(ref.id())
                ? new Operand.Ref(ref.id() - graph.inputs().size() + shift)
                : operand;
    }
}
