package crosscountry.jacobian;

import crosscountry.elimination.Order;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Tensor;
import java.util.Arrays;
import java.util.List;

/** How to compute one graph's Jacobian: made once for a graph and an order, used often, by any number of threads. */
public final class JacobianPlan {
    /** Computes all output values and Jacobian entries of a program, in their order, into {@code result}. */
    interface Executor {
        void run(double[] x, double[] result);
    }

    private final Graph graph;
    private final Order order;
    private final Program program;
    private final Executor executor;
    private final boolean[][] structure;

    private JacobianPlan(Graph graph, Order order, Program program, Executor executor) {
        this.graph = graph;
        this.order = order;
        this.program = program;
        this.executor = executor;
        structure = new boolean[program.outputs().size()][program.inputs()];
        for (Program.Entry entry : program.entries()) {
            structure[entry.row()][entry.column()] = true;
        }
    }

    /** Evaluates the program node by node: slow, and easy to watch. */
    public static JacobianPlan interpreted(Graph graph, Order order) {
        Program program = Accumulation.of(graph, order);
        return new JacobianPlan(graph, order, program, (x, result) -> {
            double[] values = program.evaluate(x);
            int place = 0;
            for (int node : program.outputs()) {
                result[place++] = values[node];
            }
            for (Program.Entry entry : program.entries()) {
                result[place++] = values[entry.node()];
            }
        });
    }

    /** Compiles the program to bytecode that computes in float64. */
    public static JacobianPlan compiled(Graph graph, Order order) {
        Program program = Accumulation.of(graph, order);
        return new JacobianPlan(graph, order, program, Compiled.float64(program));
    }

    /** Compiles the program to bytecode that computes in float32; points and results are widened. */
    public static JacobianPlan compiledFloat32(Graph graph, Order order) {
        Program program = Accumulation.of(graph, order);
        return new JacobianPlan(graph, order, program, Compiled.float32(program));
    }

    public Graph graph() {
        return graph;
    }

    public Order order() {
        return order;
    }

    /** What is computed, node by node. */
    public Program program() {
        return program;
    }

    /** The Jacobian at a point: one value an input. */
    public Jacobian at(List<Tensor> point) {
        if (point.size() != graph.inputs().size()) {
            throw new GraphException(graph.name() + " has " + graph.inputs().size() + " inputs, got " + point.size() + " values");
        }
        double[] x = new double[program.inputs()];
        int place = 0;
        for (Input input : graph.inputs()) {
            Tensor value = point.get(input.id() - 1);
            if (!value.shape().equals(input.shape())) {
                throw new GraphException("input " + input.id() + " (" + input.name() + ") of " + graph.name() + " has shape "
                        + input.shape() + ", got a value of shape " + value.shape());
            }
            System.arraycopy(value.data(), 0, x, place, value.data().length);
            place += value.data().length;
        }
        return at(x);
    }

    /** The Jacobian at a point: all inputs flattened in order. */
    public Jacobian at(double... x) {
        if (x.length != program.inputs()) {
            throw new GraphException(graph.name() + " takes " + program.inputs() + " numbers, got " + x.length);
        }
        double[] result = new double[program.outputs().size() + program.entries().size()];
        executor.run(x, result);
        double[] outputs = Arrays.copyOf(result, program.outputs().size());
        double[][] matrix = new double[outputs.length][program.inputs()];
        int place = outputs.length;
        for (Program.Entry entry : program.entries()) {
            matrix[entry.row()][entry.column()] = result[place++];
        }
        return new Jacobian(graph, outputs, matrix, structure, program.multiplications(), program.additions());
    }
}
