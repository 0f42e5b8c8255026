package crosscountry.task;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions of any number of scalar operations, to see how time and memory grow. */
public final class LargeTasks {
    private static final int WIDTH = 32;

    private final List<Input> inputs = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();

    private LargeTasks(int inputs) {
        for (int k = 1; k <= inputs; k++) {
            this.inputs.add(new Input(k, "x" + k, Shape.SCALAR));
        }
    }

    /**
     * The Lorenz 96 model (Lorenz, "Predictability: a problem partly solved", 1996, equation 1) with eight variables,
     * unrolled by Euler's rule: dx_k/dt = (x_{k+1} - x_{k-2}) x_{k-1} - x_k + 8.
     */
    public static Graph stepper(int operations) {
        LargeTasks tape = new LargeTasks(8);
        int[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        while (tape.vertices.size() < operations) {
            int[] next = new int[8];
            for (int k = 0; k < 8; k++) {
                int slope = tape.add(
                        Primitive.ADD,
                        tape.sub(tape.mul(tape.sub(x[(k + 1) % 8], x[(k + 6) % 8]), x[(k + 7) % 8]), x[k]),
                        8.0);
                next[k] = tape.plus(x[k], tape.add(Primitive.MUL, slope, 0.01));
            }
            x = next;
        }
        return tape.graph("stepper", x);
    }

    /** Burgers' equation u_t + u u_x = 0.1 u_xx on a ring of 64 points, explicit in time, by central differences. */
    public static Graph stencil(int operations) {
        int points = 64;
        LargeTasks tape = new LargeTasks(points);
        int[] u = new int[points];
        for (int k = 0; k < points; k++) {
            u[k] = k + 1;
        }
        while (tape.vertices.size() < operations) {
            int[] next = new int[points];
            for (int k = 0; k < points; k++) {
                int left = u[(k + points - 1) % points];
                int right = u[(k + 1) % points];
                int flow = tape.mul(u[k], tape.sub(right, left));
                int spread = tape.add(
                        Primitive.MUL, tape.sub(tape.plus(left, right), tape.add(Primitive.MUL, u[k], 2.0)), 0.1);
                next[k] = tape.plus(u[k], tape.add(Primitive.MUL, tape.sub(spread, flow), 0.01));
            }
            u = next;
        }
        return tape.graph("stencil", u);
    }

    /** Fully connected layers of 32 with fixed weights and tanh. */
    public static Graph network(int operations) {
        LargeTasks tape = new LargeTasks(WIDTH);
        int[] x = new int[WIDTH];
        for (int k = 0; k < WIDTH; k++) {
            x[k] = k + 1;
        }
        while (tape.vertices.size() < operations) {
            int[] next = new int[WIDTH];
            for (int k = 0; k < WIDTH; k++) {
                int sum = tape.add(Primitive.MUL, x[0], Math.sin(k + 1));
                for (int j = 1; j < WIDTH; j++) {
                    sum = tape.plus(sum, tape.add(Primitive.MUL, x[j], Math.sin(k + 7 * j + 1)));
                }
                next[k] = tape.add(new Vertex(
                        0,
                        0,
                        Primitive.TANH,
                        Params.NONE,
                        List.of(new Operand.Ref(sum)),
                        Shape.SCALAR,
                        Optional.empty()));
            }
            x = next;
        }
        return tape.graph("network", x);
    }

    /** stepper, stencil or network by name; another name is an error that lists these. */
    public static Graph named(String name, int operations) {
        return switch (name) {
            case "stepper" -> stepper(operations);
            case "stencil" -> stencil(operations);
            case "network" -> network(operations);
            default ->
                throw new GraphException("there is no large task \"" + name + "\"; they are stepper, stencil, network");
        };
    }

    private int mul(int a, int b) {
        return add(Primitive.MUL, a, b);
    }

    private int plus(int a, int b) {
        return add(Primitive.ADD, a, b);
    }

    private int sub(int a, int b) {
        return add(Primitive.SUB, a, b);
    }

    private int add(Primitive primitive, int a, int b) {
        return add(new Vertex(
                0,
                0,
                primitive,
                Params.NONE,
                List.of(new Operand.Ref(a), new Operand.Ref(b)),
                Shape.SCALAR,
                Optional.empty()));
    }

    private int add(Primitive primitive, int a, double b) {
        return add(new Vertex(
                0,
                0,
                primitive,
                Params.NONE,
                List.of(new Operand.Ref(a), Operand.Literal.of(b)),
                Shape.SCALAR,
                Optional.empty()));
    }

    private int add(Vertex v) {
        int number = vertices.size() + 1;
        int id = inputs.size() + number;
        vertices.add(new Vertex(number, id, v.primitive(), v.params(), v.operands(), v.shape(), v.source()));
        return id;
    }

    private Graph graph(String name, int[] outputs) {
        List<Operand> results = new ArrayList<>();
        for (int id : outputs) {
            results.add(new Operand.Ref(id));
        }
        return new Graph(name + "-" + vertices.size(), inputs, vertices, results, Optional.empty());
    }
}
