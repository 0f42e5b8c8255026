package crosscountry.jacobian;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Origin;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import crosscountry.jacobian.program.Decisions;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Entry;
import crosscountry.jacobian.program.Program.Node;
import crosscountry.jacobian.program.SelectedProgram;
import crosscountry.jacobian.program.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program turned back into a graph whose outputs are the entries of the Jacobian, so that it can be differentiated
 * again.
 */
final class DerivativeGraph {
    private DerivativeGraph() {}

    /** @param origin of the derivative, if other paths have one */
    static Graph of(Graph graph, Program program, Selection selection, Optional<Origin> origin) {
        List<Input> inputs = new ArrayList<>();
        for (String name : EntryNames.inputs(graph)) {
            inputs.add(new Input(inputs.size() + 1, name, Shape.SCALAR));
        }
        List<Integer> compared = Decisions.compared(graph);
        BitSet live = SelectedProgram.live(program, compared, program.entries());
        Map<Integer, Operand> operands = new HashMap<>();
        List<Vertex> vertices = new ArrayList<>();
        for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
            Node what = program.nodes().get(node);
            if (what instanceof Node.Input input) {
                operands.put(node, new Operand.Ref(input.index() + 1));
            } else if (what instanceof Node.Constant constant) {
                operands.put(node, Operand.Literal.of(constant.value()));
            } else {
                Node.Apply apply = (Node.Apply) what;
                int number = vertices.size() + 1;
                int id = inputs.size() + number;
                vertices.add(new Vertex(
                        number,
                        id,
                        apply.primitive(),
                        apply.params(),
                        apply.operands().stream().map(operands::get).toList(),
                        Shape.SCALAR,
                        Optional.empty()));
                operands.put(node, new Operand.Ref(id));
            }
        }
        int columns = selection.columns().size();
        Operand[] outputs = new Operand[Math.multiplyExact(program.outputs().size(), columns)];
        Arrays.fill(outputs, Operand.Literal.of(0));
        for (Entry entry : program.entries()) {
            outputs[entry.row() * columns + entry.column()] = operands.get(entry.node());
        }
        List<Condition> conditions = new ArrayList<>();
        for (Condition condition : graph.conditions()) {
            int place = 2 * conditions.size();
            conditions.add(condition.with(operands.get(compared.get(place)), operands.get(compared.get(place + 1))));
        }
        return new Graph(
                graph.name() + "_Jacobian", inputs, vertices, List.of(outputs), Optional.empty(), conditions, origin);
    }
}
