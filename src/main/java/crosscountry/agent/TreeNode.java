package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.Arrays;

/** A position in a search tree: its evaluation, and the statistics of the simulations through it. */
final class TreeNode {
    final int[] open;
    /** Null until it is evaluated; of no length at the end of a game. */
    float[] logits;

    double[] prior;
    /** The evaluator's cost to go. */
    double raw;

    final TreeNode[] children;
    final int[] visits;
    final long[] stepCosts;
    private int count;
    private double sum;
    private double least = Double.POSITIVE_INFINITY;

    TreeNode(BitsetState position) {
        int[] all = new int[position.size()];
        open = Arrays.copyOf(all, position.open(all));
        System.arraycopy(all, 0, open, 0, open.length);
        children = new TreeNode[open.length];
        visits = new int[open.length];
        stepCosts = new long[open.length];
        if (open.length == 0) {
            expand(new Evaluation(new float[0], 0));
        }
    }

    boolean isTerminal() {
        return open.length == 0;
    }

    void expand(Evaluation evaluation) {
        logits = evaluation.logits();
        raw = evaluation.costToGo();
        prior = softmax(logits, null);
    }

    /** Adds the cost to go of one simulation. */
    void add(double costToGo) {
        count++;
        sum += costToGo;
        least = Math.min(least, costToGo);
    }

    /** Expected cost to the end. */
    double value(GumbelSettings.Backup backup) {
        return count == 0 ? raw : backup == GumbelSettings.Backup.MEAN ? sum / count : least;
    }

    /** Expected cost to the end if the k-th open vertex is next; visited actions only. */
    double cost(int k, GumbelSettings.Backup backup) {
        return stepCosts[k] + children[k].value(backup);
    }

    /** softmax(logits + bonus); bonus may be null. */
    static double[] softmax(float[] logits, double[] bonus) {
        double most = Double.NEGATIVE_INFINITY;
        double[] result = new double[logits.length];
        for (int k = 0; k < result.length; k++) {
            result[k] = logits[k] + (bonus == null ? 0 : bonus[k]);
            most = Math.max(most, result[k]);
        }
        double sum = 0;
        for (int k = 0; k < result.length; k++) {
            result[k] = Math.exp(result[k] - most);
            sum += result[k];
        }
        for (int k = 0; k < result.length; k++) {
            result[k] /= sum;
        }
        return result;
    }
}
