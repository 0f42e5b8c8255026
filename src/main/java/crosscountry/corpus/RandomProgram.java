package crosscountry.corpus;

import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.trace.TensorTrace;
import crosscountry.trace.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random functions of scalars with the habits of real code: expressions over recently computed values, helper functions
 * called again and again, Horner's scheme, sums of products, matrix times vector, time steps, stencils, pairs,
 * rotations and common factors. Everything that is computed is read later or is an output. The same seed gives the same
 * function.
 */
public final class RandomProgram {
    private static final int RECENT = 8;

    private final SplittableRandom random;
    private final List<Var> values = new ArrayList<>();
    private final Set<Var> unread = Collections.newSetFromMap(new IdentityHashMap<>());
    /** The steps of a helper function of two arguments: unary or binary, which operation, which earlier operand. */
    private final int[][] helper;

    private int operations;

    private RandomProgram(SplittableRandom random) {
        this.random = random;
        helper = new int[2 + random.nextInt(4)][];
        for (int k = 0; k < helper.length; k++) {
            helper[k] = new int[] {random.nextInt(100), random.nextInt(100), random.nextInt(100)};
        }
    }

    /** A function of scalars with about this many operations (and some more, to read what nothing has read). */
    public static Graph scalar(long seed, int operations) {
        SplittableRandom random = new SplittableRandom(seed);
        int inputs = 2 + random.nextInt(Math.min(9, 2 + operations / 8));
        return TensorTrace.of(
                "random/scalar-" + seed,
                Collections.nCopies(inputs, Shape.SCALAR),
                x -> new RandomProgram(random).run(x, operations));
    }

    private List<Var> run(Var[] inputs, int most) {
        for (Var input : inputs) {
            put(input);
        }
        int kinds = 2 + random.nextInt(5);
        int[] chosen = random.ints(kinds, 0, 10).toArray();
        while (operations < most) {
            statement(chosen[random.nextInt(kinds)]);
        }
        return outputs();
    }

    private void statement(int kind) {
        switch (kind) {
            case 0, 1 -> put(expression(1 + random.nextInt(3)));
            case 2 -> put(call(pick(), pick()));
            case 3 -> put(horner(pick(), 2 + random.nextInt(4)));
            case 4 -> {
                int length = 2 + random.nextInt(3);
                put(product(vector(length), vector(length)));
            }
            case 5 -> matrix();
            case 6 -> timeSteps();
            case 7 -> stencil();
            case 8 -> pairs();
            default -> {
                if (random.nextBoolean()) {
                    rotation();
                } else {
                    normalise();
                }
            }
        }
    }

    private void put(Var value) {
        values.add(value);
        unread.add(value);
    }

    /** A value computed lately, or one that nothing has read, or any. */
    private Var pick() {
        int kind = random.nextInt(10);
        Var value;
        if (kind < 3 && !unread.isEmpty()) {
            List<Var> waiting = values.stream().filter(unread::contains).toList();
            value = waiting.get(random.nextInt(waiting.size()));
        } else if (kind < 8) {
            value = values.get(values.size() - 1 - random.nextInt(Math.min(RECENT, values.size())));
        } else {
            value = values.get(random.nextInt(values.size()));
        }
        unread.remove(value);
        return value;
    }

    private Var[] vector(int length) {
        Var[] vector = new Var[length];
        for (int k = 0; k < length; k++) {
            vector[k] = pick();
        }
        return vector;
    }

    private double constant() {
        return 0.25 * (1 + random.nextInt(12));
    }

    private Var unary(int which, Var x) {
        operations++;
        return switch (which % 14) {
            case 0 -> x.sin();
            case 1 -> x.cos();
            case 2 -> x.exp();
            case 3 -> x.log();
            case 4, 5 -> x.sqrt();
            case 6 -> x.neg();
            case 7 -> x.pow(2);
            case 8 -> x.tanh();
            case 9 -> x.atan();
            case 10 -> x.pow(3);
            case 11 -> Var.of(1).over(x);
            default -> x.times(constant());
        };
    }

    private Var binary(int which, Var x, Var y) {
        operations++;
        return switch (which % 10) {
            case 0, 1, 2, 3 -> x.times(y);
            case 4, 5, 6 -> x.plus(y);
            case 7, 8 -> x.minus(y);
            default -> x.over(y);
        };
    }

    private Var expression(int depth) {
        if (depth == 0) {
            return pick();
        }
        if (random.nextInt(3) == 0) {
            return unary(random.nextInt(100), expression(depth - 1));
        }
        return binary(random.nextInt(100), expression(depth - 1), expression(random.nextInt(depth)));
    }

    /** The helper function of this program at two arguments. */
    private Var call(Var x, Var y) {
        List<Var> inside = new ArrayList<>(List.of(x, y, binary(helper[0][2], x, y)));
        for (int[] step : helper) {
            Var last = inside.get(inside.size() - 1);
            inside.add(
                    step[0] < 35 ? unary(step[1], last) : binary(step[1], last, inside.get(step[2] % inside.size())));
        }
        return inside.get(inside.size() - 1);
    }

    private Var horner(Var x, int degree) {
        boolean known = random.nextBoolean();
        Var sum = x.times(constant());
        for (int k = 0; k < degree; k++) {
            sum = (known ? sum.plus(constant()) : sum.plus(pick())).times(x);
            operations += 2;
        }
        operations++;
        return sum;
    }

    private Var product(Var[] x, Var[] y) {
        Var sum = x[0].times(y[0]);
        for (int k = 1; k < x.length; k++) {
            sum = sum.plus(x[k].times(y[k]));
        }
        operations += 2 * x.length - 1;
        return sum;
    }

    /** A matrix of constants, or of values, times a vector. */
    private void matrix() {
        int rows = 2 + random.nextInt(2);
        Var[] x = vector(2 + random.nextInt(2));
        boolean known = random.nextBoolean();
        for (int row = 0; row < rows; row++) {
            Var sum = null;
            for (Var one : x) {
                Var term = known ? one.times(constant()) : one.times(pick());
                sum = sum == null ? term : sum.plus(term);
                operations += 2;
            }
            put(sum);
        }
    }

    /** Explicit steps of a small system, each slope by the helper function of two neighbours. */
    private void timeSteps() {
        Var[] x = vector(2 + random.nextInt(2));
        int steps = 1 + random.nextInt(3);
        double h = constant() / 10;
        for (int step = 0; step < steps; step++) {
            Var[] next = new Var[x.length];
            for (int k = 0; k < x.length; k++) {
                next[k] = x[k].plus(call(x[k], x[(k + 1) % x.length]).times(h));
                operations += 2;
            }
            x = next;
        }
        List.of(x).forEach(this::put);
    }

    private void stencil() {
        Var[] u = vector(3 + random.nextInt(4));
        boolean flux = random.nextBoolean();
        for (int k = 1; k + 1 < u.length; k++) {
            Var middle = u[k - 1].plus(u[k + 1]).minus(u[k].times(2.0));
            put(flux ? u[k].plus(middle.times(call(u[k], u[k - 1]))) : middle.times(constant()));
            operations += flux ? 5 : 4;
        }
    }

    /** A sum over pairs, as of forces. */
    private void pairs() {
        Var[] x = vector(3 + random.nextInt(2));
        Var[] sums = new Var[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                Var force = call(x[i].minus(x[j]), x[i]);
                sums[i] = sums[i] == null ? force : sums[i].plus(force);
                sums[j] = sums[j] == null ? force.neg() : sums[j].minus(force);
                operations += 3;
            }
        }
        List.of(sums).forEach(this::put);
    }

    private void rotation() {
        Var angle = pick();
        Var cosine = angle.cos();
        Var sine = angle.sin();
        int points = 1 + random.nextInt(2);
        for (int k = 0; k < points; k++) {
            Var x = pick();
            Var y = pick();
            put(cosine.times(x).minus(sine.times(y)));
            put(sine.times(x).plus(cosine.times(y)));
            operations += 6;
        }
        operations += 2;
    }

    private void normalise() {
        Var[] x = vector(2 + random.nextInt(3));
        Var norm = product(x, x).sqrt();
        for (Var one : x) {
            put(one.over(norm));
        }
        operations += 1 + x.length;
    }

    /** The values that nothing has read: as they are, or summed up where there are many. */
    private List<Var> outputs() {
        List<Var> left =
                new ArrayList<>(values.stream().filter(unread::contains).toList());
        int most = 1 + random.nextInt(8);
        while (left.size() > most) {
            Var one = left.remove(random.nextInt(left.size()));
            Var other = left.remove(random.nextInt(left.size()));
            left.add(binary(random.nextInt(100), one, other));
        }
        if (left.isEmpty()) {
            left.add(values.get(values.size() - 1));
        }
        return left;
    }
}
