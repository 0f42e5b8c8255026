package crosscountry.jacobian;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.jacobian.code.Executor;
import crosscountry.jacobian.program.LinearProgram;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Selection;
import java.util.Arrays;
import java.util.function.Function;

/** Products with a Jacobian that is never formed; each kind is compiled when it is first needed. */
final class LinearProducts {
    private record Ready(Program program, Executor executor) {}

    private final Graph graph;
    private final Selection selection;
    private final Function<Program, Executor> backEnd;
    private Ready forward;
    private Ready reverse;
    private Ready gradient;

    LinearProducts(Graph graph, Selection selection, Function<Program, Executor> backEnd) {
        this.graph = graph;
        this.selection = selection;
        this.backEnd = backEnd;
    }

    double[] forward(double[] x, double[] direction) {
        check(x, "a direction", "column", selection.columns().size(), direction.length);
        Ready ready;
        synchronized (this) {
            forward = forward == null ? ready(LinearProgram.forward(graph, selection)) : forward;
            ready = forward;
        }
        return run(ready, x, direction);
    }

    double[] reverse(double[] x, double[] weights) {
        check(x, "weights", "row", selection.rows().size(), weights.length);
        Ready ready;
        synchronized (this) {
            reverse = reverse == null ? ready(LinearProgram.reverse(graph, selection)) : reverse;
            ready = reverse;
        }
        return run(ready, x, weights);
    }

    double[] gradient(double[] x) {
        if (selection.rows().size() != 1) {
            throw new GraphException("a gradient belongs to one output; " + graph.name() + " has "
                    + selection.rows().size() + ": choose one with rows(k), or weigh them with vjp");
        }
        Points.check(graph, Selection.inputs(graph), x.length);
        Ready ready;
        synchronized (this) {
            gradient = gradient == null ? ready(LinearProgram.gradient(graph, selection)) : gradient;
            ready = gradient;
        }
        return run(ready, x, new double[0]);
    }

    private void check(double[] x, String what, String each, int needed, int given) {
        Points.check(graph, Selection.inputs(graph), x.length);
        if (given != needed) {
            throw new GraphException(what + " for " + graph.name() + " must have one number a " + each + ", " + needed
                    + ", not " + given);
        }
    }

    private Ready ready(Program program) {
        return new Ready(program, backEnd.apply(program));
    }

    private static double[] run(Ready ready, double[] x, double[] further) {
        double[] all = Arrays.copyOf(x, x.length + further.length);
        System.arraycopy(further, 0, all, x.length, further.length);
        double[] result = new double[ready.program().results()];
        ready.executor().run(all, 0, result, 0);
        return result;
    }
}
