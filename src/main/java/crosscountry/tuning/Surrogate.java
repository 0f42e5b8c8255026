package crosscountry.tuning;

import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Predicts run time from a program without compiling it: a linear function of a few counts, fitted by ridge regression
 * to measurements on this machine.
 */
final class Surrogate {
    private static final double RIDGE = 0.1;

    private final double[] mean;
    private final double[] scale;
    private final double[] weights;
    private final double level;

    private Surrogate(double[] mean, double[] scale, double[] weights, double level) {
        this.mean = mean;
        this.scale = scale;
        this.weights = weights;
        this.level = level;
    }

    /** Multiplications, sums, negations, divisions, functions, and the largest number of values alive at once. */
    static double[] features(Program program) {
        List<Node> nodes = program.nodes();
        BitSet live = new BitSet();
        program.outputs().forEach(live::set);
        program.entries().forEach(entry -> live.set(entry.node()));
        int[] last = new int[nodes.size()];
        for (int node = live.length() - 1; node >= 0; node = live.previousSetBit(node - 1)) {
            if (nodes.get(node) instanceof Node.Apply apply) {
                for (int operand : apply.operands()) {
                    live.set(operand);
                    last[operand] = Math.max(last[operand], node);
                }
            }
        }
        double[] features = new double[6];
        int[] ending = new int[nodes.size() + 1];
        int alive = 0;
        for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
            if (nodes.get(node) instanceof Node.Apply apply) {
                features[kind(apply.primitive())]++;
                alive++;
                ending[last[node]]++;
            }
            features[5] = Math.max(features[5], alive);
            alive -= ending[node];
        }
        return features;
    }

    private static int kind(Primitive primitive) {
        return switch (primitive) {
            case MUL, SQUARE -> 0;
            case ADD, SUB -> 1;
            case NEG -> 2;
            case DIV, SQRT, RSQRT -> 3;
            default -> 4;
        };
    }

    static Surrogate fit(List<double[]> features, double[] times) {
        int count = features.get(0).length;
        double[] mean = new double[count];
        double[] scale = new double[count];
        for (int k = 0; k < count; k++) {
            int own = k;
            mean[k] = features.stream().mapToDouble(row -> row[own]).average().orElse(0);
            double centre = mean[k];
            scale[k] = Math.sqrt(features.stream()
                    .mapToDouble(row -> (row[own] - centre) * (row[own] - centre))
                    .average()
                    .orElse(0));
        }
        double level = Arrays.stream(times).average().orElse(0);
        double[][] normal = new double[count][count + 1];
        for (int k = 0; k < count; k++) {
            normal[k][k] = RIDGE * features.size();
        }
        for (int row = 0; row < times.length; row++) {
            double[] z = standard(features.get(row), mean, scale);
            for (int k = 0; k < count; k++) {
                for (int j = 0; j < count; j++) {
                    normal[k][j] += z[k] * z[j];
                }
                normal[k][count] += z[k] * (times[row] - level);
            }
        }
        return new Surrogate(mean, scale, solved(normal), level);
    }

    double time(double[] features) {
        double[] z = standard(features, mean, scale);
        double time = level;
        for (int k = 0; k < z.length; k++) {
            time += weights[k] * z[k];
        }
        return time;
    }

    private static double[] standard(double[] features, double[] mean, double[] scale) {
        double[] z = new double[features.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = scale[k] == 0 ? 0 : (features[k] - mean[k]) / scale[k];
        }
        return z;
    }

    /** Gaussian elimination without pivoting: the ridge makes the matrix positive definite. */
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int k = 0; k < n; k++) {
            for (int row = k + 1; row < n; row++) {
                double factor = system[row][k] / system[k][k];
                for (int column = k; column <= n; column++) {
                    system[row][column] -= factor * system[k][column];
                }
            }
        }
        double[] x = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            x[k] = system[k][n];
            for (int column = k + 1; column < n; column++) {
                x[k] -= system[k][column] * x[column];
            }
            x[k] /= system[k][k];
        }
        return x;
    }
}
