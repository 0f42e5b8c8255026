package crosscountry.jacobian.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LoopedTest {
    private static final int INPUTS = 40;

    /** A program written by hand. */
    private static final class Writer {
        final List<Node> nodes = new ArrayList<>();
        final List<Integer> outputs = new ArrayList<>();

        Writer() {
            for (int k = 0; k < INPUTS; k++) {
                nodes.add(new Node.Input(k));
            }
        }

        int constant(double value) {
            nodes.add(new Node.Constant(value));
            return nodes.size() - 1;
        }

        int apply(Primitive primitive, Integer... operands) {
            nodes.add(new Node.Apply(primitive, Params.NONE, List.of(operands)));
            return nodes.size() - 1;
        }

        int step(int state, int rate) {
            return apply(Primitive.ADD, state, apply(Primitive.MUL, rate, apply(Primitive.SIN, state)));
        }

        Program program() {
            return new Program(INPUTS, nodes, outputs, List.of());
        }
    }

    private static Looped check(Writer writer) {
        Program program = writer.program();
        Looped looped = Looped.of(program);
        double[] x = new Random(1).doubles(INPUTS + 2, -1, 1).toArray();
        double[] values = program.evaluate(Arrays.copyOfRange(x, 2, x.length));
        double[] expected = new double[3 + program.results()];
        for (int k = 0; k < program.results(); k++) {
            expected[3 + k] = values[program.outputs().get(k)];
        }
        double[] result = new double[expected.length];
        Executor executor =
                Compiled.float64(program, looped.float64(), looped.operations().memory());
        executor.run(x, 2, result, 3);
        executor.run(x, 2, result, 3);
        assertArrayEquals(expected, result, 0);
        double[] narrow = new double[expected.length];
        Compiled.float32(program, looped.float32(), looped.operations().memory())
                .run(x, 2, narrow, 3);
        assertArrayEquals(
                expected,
                narrow,
                1e-2 * Arrays.stream(expected).map(Math::abs).max().orElse(0));
        return looped;
    }

    private static Writer recurrence(int rounds) {
        Writer writer = new Writer();
        int state = 0;
        for (int k = 0; k < rounds; k++) {
            state = writer.step(state, 1);
            writer.outputs.add(state);
        }
        return writer;
    }

    @Test
    void everyStateOfARecurrenceIsAResult() {
        check(recurrence(100));
    }

    @Test
    void codeDoesNotGrowWithTheRounds() {
        int code = check(recurrence(1_000)).codeSize();
        assertEquals(code, check(recurrence(10_000)).codeSize());
        assertTrue(code < 20, () -> code + " operations");
    }

    @Test
    void aReverseSweepReadsBackwards() {
        Writer writer = recurrence(60);
        List<Integer> states = List.copyOf(writer.outputs);
        int sum = 2;
        for (int k = states.size() - 1; k >= 0; k--) {
            sum = writer.apply(Primitive.MUL, sum, writer.apply(Primitive.COS, states.get(k)));
        }
        writer.outputs.add(sum);
        writer.outputs.add(sum);
        assertTrue(check(writer).codeSize() < 40);
    }

    @Test
    void aStencilInTimeAndSpaceHasOneBodyForItsInside() {
        Writer writer = new Writer();
        int half = writer.constant(0.5);
        List<Integer> row = new ArrayList<>();
        for (int k = 0; k < INPUTS; k++) {
            row.add(k);
        }
        for (int time = 0; time < 12; time++) {
            List<Integer> next = new ArrayList<>(List.of(row.get(0)));
            for (int k = 1; k < INPUTS - 1; k++) {
                int sides = writer.apply(Primitive.ADD, row.get(k - 1), row.get(k + 1));
                next.add(writer.apply(Primitive.SUB, row.get(k), writer.apply(Primitive.MUL, half, sides)));
            }
            next.add(row.get(INPUTS - 1));
            row = next;
        }
        writer.outputs.addAll(row);
        check(writer);
    }

    @Test
    void residualsReadTheirDataFromConstants() {
        Writer writer = new Writer();
        int sum = writer.apply(Primitive.EXP, 0);
        int rate = writer.apply(Primitive.MUL, sum, 1);
        for (int k = 0; k < 80; k++) {
            int residual = writer.apply(Primitive.SUB, writer.constant(1.0 / (k + 1)), rate);
            sum = writer.apply(Primitive.ADD, sum, writer.apply(Primitive.SQUARE, residual));
        }
        writer.outputs.addAll(List.of(sum, 3, INPUTS + 2));
        assertTrue(check(writer).codeSize() < 20);
    }

    @Test
    void oneLoopReadsEverySecondValueOfAnother() {
        Writer writer = recurrence(80);
        List<Integer> states = List.copyOf(writer.outputs);
        int sum = 0;
        for (int k = 0; k < 40; k++) {
            sum = writer.apply(Primitive.ADD, sum, writer.apply(Primitive.NEG, states.get(2 * k)));
        }
        writer.outputs.add(sum);
        assertTrue(check(writer).codeSize() < 40);
    }

    @Test
    void anOddRoundEndsALoopAndAnotherBegins() {
        Writer writer = recurrence(50);
        int state = writer.apply(Primitive.TANH, writer.outputs.get(49));
        for (int k = 0; k < 50; k++) {
            state = k == 20 ? writer.step(5, state) : writer.step(state, 1);
        }
        writer.outputs.add(state);
        check(writer);
    }

    @Test
    void aLongBodyIsCutIntoPieces() {
        Random random = new Random(3);
        int[] rates = random.ints(400, 1, INPUTS).toArray();
        Writer writer = new Writer();
        int state = 0;
        for (int round = 0; round < 10; round++) {
            for (int k = 0; k < 400; k++) {
                state = rates[k] % 3 == 0 ? writer.apply(Primitive.COS, state) : writer.step(state, rates[k]);
            }
        }
        writer.outputs.add(state);
        check(writer);
    }

    @Property(tries = 200)
    void randomProgramsGiveTheBitsOfTheInterpreter(@ForAll long seed) {
        Random random = new Random(seed);
        Writer writer = new Writer();
        List<Primitive> primitives =
                List.of(Primitive.ADD, Primitive.SUB, Primitive.MUL, Primitive.MAX, Primitive.SIN, Primitive.TANH);
        for (int part = 0; part < 6; part++) {
            int length = 1 + random.nextInt(5);
            int[][] body = new int[length][];
            int start = writer.nodes.size();
            for (int k = 0; k < length; k++) {
                body[k] = new int[] {
                    random.nextInt(primitives.size()),
                    random.nextInt(start + k),
                    random.nextInt(3) * length,
                    random.nextInt(start + k),
                    random.nextInt(3) - 1
                };
            }
            int rounds = random.nextInt(30);
            for (int k = 0; k < rounds * length; k++) {
                int[] of = body[k % length];
                int round = random.nextInt(50) == 0 ? 0 : k / length;
                int left = Math.min(of[1] + round * of[2], writer.nodes.size() - 1);
                int right = Math.max(0, Math.min(of[3] + round * of[4], writer.nodes.size() - 1));
                Primitive primitive = primitives.get(of[0]);
                int node = primitive.isBinary() ? writer.apply(primitive, left, right) : writer.apply(primitive, left);
                if (random.nextInt(4) == 0 || k > rounds * length - 3) {
                    writer.outputs.add(writer.apply(Primitive.TANH, node));
                }
            }
        }
        writer.outputs.add(writer.nodes.size() - 1);
        Program program = writer.program();
        Looped looped = Looped.of(program);
        double[] x = random.doubles(INPUTS, -1, 1).toArray();
        double[] values = program.evaluate(x);
        double[] result = new double[program.results()];
        Compiled.float64(program, looped.float64(), looped.operations().memory())
                .run(x, 0, result, 0);
        for (int k = 0; k < result.length; k++) {
            assertEquals(values[program.outputs().get(k)], result[k]);
        }
    }
}
