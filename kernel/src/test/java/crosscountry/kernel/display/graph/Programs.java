package crosscountry.kernel.display.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Long graphs as tracing makes them, operation by operation. */
final class Programs {
    private final List<Input> inputs = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();

    private Programs(int count) {
        for (int k = 1; k <= count; k++) {
            inputs.add(new Input(k, "x" + k, Shape.SCALAR));
        }
    }

    private static Operand number(double value) {
        return Operand.Literal.of(value);
    }

    private Operand input(int k) {
        return new Operand.Ref(k);
    }

    private Operand op(Primitive primitive, int line, Operand... operands) {
        int id = inputs.size() + vertices.size() + 1;
        vertices.add(new Vertex(
                vertices.size() + 1,
                id,
                primitive,
                Params.NONE,
                List.of(operands),
                Shape.SCALAR,
                line == 0 ? Optional.empty() : Optional.of(new Source("f", line))));
        return new Operand.Ref(id);
    }

    private Graph returning(String name, Operand... outputs) {
        return new Graph(name, inputs, vertices, List.of(outputs), Optional.empty());
    }

    /** {@code y = y + 0.001 * Math.sin(k * y)}, again and again. */
    static Graph sine(int steps) {
        Programs f = new Programs(1);
        Operand y = number(1);
        for (int k = 0; k < steps; k++) {
            y = f.op(
                    Primitive.ADD,
                    4,
                    y,
                    f.op(
                            Primitive.MUL,
                            4,
                            number(0.001),
                            f.op(Primitive.SIN, 4, f.op(Primitive.MUL, 4, f.input(1), y))));
        }
        return f.returning("sine", y);
    }

    /** Steps of Euler's method on Lorenz's equations: 14 operations each. */
    static Graph lorenz(int steps) {
        Programs f = new Programs(3);
        Operand x = f.input(1);
        Operand y = f.input(2);
        Operand z = f.input(3);
        for (int k = 0; k < steps; k++) {
            Operand dx = f.op(Primitive.MUL, 5, number(10), f.op(Primitive.SUB, 5, y, x));
            Operand dy = f.op(Primitive.SUB, 6, f.op(Primitive.MUL, 6, x, f.op(Primitive.SUB, 6, number(28), z)), y);
            Operand dz = f.op(Primitive.SUB, 7, f.op(Primitive.MUL, 7, x, y), f.op(Primitive.MUL, 7, number(2.6), z));
            x = f.op(Primitive.ADD, 8, x, f.op(Primitive.MUL, 8, number(0.01), dx));
            y = f.op(Primitive.ADD, 9, y, f.op(Primitive.MUL, 9, number(0.01), dy));
            z = f.op(Primitive.ADD, 10, z, f.op(Primitive.MUL, 10, number(0.01), dz));
        }
        return f.returning("lorenz", x, y, z);
    }

    /** Rows of a triangle: an inner loop of growing length, then a sine. */
    static Graph triangle(int rows) {
        Programs f = new Programs(2);
        Operand y = f.input(1);
        for (int row = 3; row < 3 + rows; row++) {
            for (int k = 0; k < row; k++) {
                y = f.op(Primitive.ADD, 6, f.op(Primitive.MUL, 5, y, f.input(2)), f.input(1));
            }
            y = f.op(Primitive.SIN, 8, y);
        }
        return f.returning("triangle", y);
    }

    private Operand[] unread() {
        Set<Operand> unread = new LinkedHashSet<>();
        vertices.forEach(vertex -> unread.add(new Operand.Ref(vertex.id())));
        vertices.forEach(vertex -> unread.removeAll(vertex.operands()));
        return unread.toArray(Operand[]::new);
    }

    /** A stretch without repetition, a loop, and a stretch again. */
    static Graph mixed(int before, int steps) {
        Programs f = new Programs(2);
        Operand y = f.input(1);
        for (int k = 1; k <= before; k++) {
            y = f.op(
                    k % 2 == 0 ? Primitive.SIN : Primitive.MUL,
                    k,
                    k % 2 == 0 ? new Operand[] {y} : new Operand[] {y, f.input(2)});
        }
        for (int k = 0; k < steps; k++) {
            y = f.op(Primitive.ADD, 1001, f.op(Primitive.EXP, 1000, y), f.input(2));
        }
        return f.returning("mixed", f.op(Primitive.COS, 2000, y));
    }

    /** Operations that read what they may of the last {@code reach} values, without lines. */
    static Graph random(int size, int reach, long seed) {
        Random chance = new Random(seed);
        Programs f = new Programs(10);
        Primitive[] some = {Primitive.SIN, Primitive.EXP, Primitive.ADD, Primitive.MUL, Primitive.SUB};
        for (int k = 0; k < size; k++) {
            Primitive primitive = some[chance.nextInt(some.length)];
            int newest = 10 + k;
            Operand one = f.input(1 + Math.max(0, newest - 1 - chance.nextInt(reach)));
            Operand two = f.input(1 + Math.max(0, newest - 1 - chance.nextInt(reach)));
            if (primitive == Primitive.SIN || primitive == Primitive.EXP) {
                f.op(primitive, 0, one);
            } else {
                f.op(primitive, 0, one, two);
            }
        }
        return f.returning("random", f.unread());
    }
}
