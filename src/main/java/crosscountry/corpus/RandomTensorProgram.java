package crosscountry.corpus;

import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.trace.TensorTrace;
import crosscountry.trace.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random functions of small matrices with the habits of real code: dense layers, recurrent steps, residual sums,
 * products of a matrix with itself, scaling by rows or columns, weights that sum to one. The same seed gives the same
 * function.
 */
public final class RandomTensorProgram {
    private final SplittableRandom random;
    private final Var[] inputs;
    private final int rows;
    private final List<Var> states = new ArrayList<>();
    private int next;
    private int operations;

    private RandomTensorProgram(SplittableRandom random, Var[] inputs, int rows) {
        this.random = random;
        this.inputs = inputs;
        this.rows = rows;
    }

    /**
     * A function of a matrix (rows x width), a vector and some square matrices and vectors (width), with about this
     * many operations.
     */
    public static Graph of(long seed, int operations) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 2 + random.nextInt(3);
        int width = 2 + random.nextInt(4);
        List<Shape> shapes = new ArrayList<>(List.of(Shape.of(rows, width)));
        int weights = 1 + random.nextInt(4);
        for (int k = 0; k < weights; k++) {
            shapes.add(Shape.of(width, width));
            shapes.add(Shape.of(width));
        }
        return TensorTrace.of(
                "random/tensor-" + seed, shapes, x -> new RandomTensorProgram(random, x, rows).run(operations));
    }

    private Var weight() {
        next = (next + 1) % (inputs.length / 2);
        return inputs[1 + 2 * next];
    }

    private Var vector() {
        return inputs[2 + 2 * next];
    }

    private List<Var> run(int most) {
        Var x = inputs[0];
        states.add(x);
        while (operations < most) {
            x = statement(x);
            states.add(x);
        }
        Var older = states.get(random.nextInt(states.size()));
        return switch (random.nextInt(4)) {
            case 0 -> List.of(x);
            case 1 -> List.of(x.minus(older).square().sum());
            case 2 -> List.of(x.sum(0), x.mean(1));
            default -> List.of(x.times(older).sum(1));
        };
    }

    private Var statement(Var x) {
        int kind = random.nextInt(8);
        operations += kind < 3 ? 4 : 6;
        return switch (kind) {
            case 0, 1 -> active(x.dot(weight()).plus(vector()));
            case 2 -> x.plus(active(x.dot(weight())).times(vector()));
            case 3 -> x.minus(x.mean(0)).over(x.square().mean(0).plus(1.0).sqrt());
            case 4 -> x.times(x.square().sum(1).plus(0.5).rsqrt().expand(1));
            case 5 -> weighted(x);
            case 6 -> {
                Var gate = x.dot(weight()).plus(vector()).logistic();
                Var older = states.get(random.nextInt(states.size()));
                yield older.plus(gate.times(x.minus(older)));
            }
            default -> x.dot(x.transpose()).times(1.0 / rows).dot(active(x.times(vector())));
        };
    }

    private Var weighted(Var x) {
        Var powers = x.dot(weight()).exp();
        return x.times(powers.over(powers.sum(1).expand(1)));
    }

    private Var active(Var x) {
        return switch (random.nextInt(5)) {
            case 0 -> x.tanh();
            case 1 -> x.logistic();
            case 2 -> x.max(0);
            case 3 -> x.sin();
            default -> x.times(0.5).times(x.erf().plus(1));
        };
    }
}
