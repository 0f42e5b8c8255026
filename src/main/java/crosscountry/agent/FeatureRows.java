package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import java.util.Arrays;

/**
 * The features of all open vertices of one game. When the game has advanced since the last update, only what an
 * elimination can change is recomputed: the neighbours of the eliminated vertex, and theirs. For one thread.
 */
final class FeatureRows {
    private static final int COUNT = VertexFeatures.COUNT;
    private static final int ADJACENT = 14;

    private final VertexFeatures features;
    private float[] rows = {};
    /** What eliminating each open vertex costs, in units of the graph. */
    private double[] costs = {};
    /**
     * The mean cost of a vertex's products, times its in-edges: what one more out-edge costs; and the other way round.
     */
    private double[] before = {};

    private double[] after = {};
    private final int[] counts = new int[3];
    private int[] moves = {};
    private int steps = -1;
    private long[] changed = {};
    private long[] touched = {};

    FeatureRows(VertexFeatures features) {
        this.features = features;
    }

    /** Updates the rows to the position of this game, which must be of the features' template and is not changed. */
    void update(BitsetState game) {
        if (moves.length != game.size() || changed.length == 0) {
            int size = game.size();
            rows = new float[size * COUNT];
            costs = new double[size];
            before = new double[size];
            after = new double[size];
            moves = new int[size];
            changed = new long[game.openWords()];
            touched = new long[game.openWords()];
            steps = -1;
        }
        if (!extend(game)) {
            for (int w = 0; w < changed.length; w++) {
                changed[w] = game.openWord(w);
                touched[w] = game.openWord(w);
            }
        }
        for (int k = Math.max(0, steps); k < game.steps(); k++) {
            moves[k] = game.move(k);
        }
        steps = game.steps();
        for (int w = 0; w < touched.length; w++) {
            for (long bits = touched[w]; bits != 0; bits &= bits - 1) {
                int v = (w << 6) + Long.numberOfTrailingZeros(bits);
                double cost = features.cost(game, v);
                costs[v] = cost;
                before[v] = cost == 0 ? 0 : cost / game.outDegree(v);
                after[v] = cost == 0 ? 0 : cost / game.inDegree(v);
            }
        }
        for (int w = 0; w < changed.length; w++) {
            for (long bits = changed[w]; bits != 0; bits &= bits - 1) {
                write(game, (w << 6) + Long.numberOfTrailingZeros(bits));
            }
        }
    }

    /** Writes the rows of the open vertices, in the order of {@link BitsetState#open}, and returns their number. */
    int write(BitsetState game, float[] into, int offset) {
        int at = offset;
        for (int w = 0; w < changed.length; w++) {
            for (long bits = game.openWord(w); bits != 0; bits &= bits - 1) {
                System.arraycopy(rows, ((w << 6) + Long.numberOfTrailingZeros(bits)) * COUNT, into, at, COUNT);
                at += COUNT;
            }
        }
        return (at - offset) / COUNT;
    }

    /** All rows, {@link VertexFeatures#COUNT} numbers an index; those of eliminated vertices are stale. Read-only. */
    float[] rows() {
        return rows;
    }

    /** 64 vertices as bits: those whose rows the last update changed. */
    long changed(int word) {
        return changed[word];
    }

    /** Takes over the rows of another object of the same features. */
    void copyFrom(FeatureRows other) {
        if (rows.length != other.rows.length || changed.length == 0) {
            rows = other.rows.clone();
            costs = other.costs.clone();
            before = other.before.clone();
            after = other.after.clone();
            moves = other.moves.clone();
            changed = other.changed.clone();
            touched = other.touched.clone();
        } else {
            System.arraycopy(other.rows, 0, rows, 0, rows.length);
            System.arraycopy(other.costs, 0, costs, 0, costs.length);
            System.arraycopy(other.before, 0, before, 0, costs.length);
            System.arraycopy(other.after, 0, after, 0, costs.length);
            System.arraycopy(other.moves, 0, moves, 0, Math.max(0, other.steps));
        }
        steps = other.steps;
    }

    /** Marks what the steps since the last update changed; false if the game does not continue from there. */
    private boolean extend(BitsetState game) {
        // costs of generated code ask what a product is added to, which may be an edge from an input to an output
        if (steps < 0 || game.steps() < steps || game.template().rules().countsGenerated()) {
            return false;
        }
        for (int k = 0; k < steps; k++) {
            if (moves[k] != game.move(k)) {
                return false;
            }
        }
        Arrays.fill(touched, 0);
        // the neighbours of the former last vertex are no longer adjacent to the last
        for (int k = game.steps() == steps ? steps : Math.max(0, steps - 1); k < game.steps(); k++) {
            for (int w = 0; w < touched.length; w++) {
                touched[w] |=
                        (game.predecessors(game.move(k), w) | game.successors(game.move(k), w)) & game.openWord(w);
            }
        }
        spread(game);
        return true;
    }

    /** The touched vertices and their open neighbours. */
    private void spread(BitsetState game) {
        System.arraycopy(touched, 0, changed, 0, touched.length);
        for (int w = 0; w < touched.length; w++) {
            for (long bits = touched[w]; bits != 0; bits &= bits - 1) {
                int u = (w << 6) + Long.numberOfTrailingZeros(bits);
                for (int x = 0; x < changed.length; x++) {
                    changed[x] |= (game.predecessors(u, x) | game.successors(u, x)) & game.openWord(x);
                }
            }
        }
    }

    private void write(BitsetState game, int v) {
        double damage = game.surroundings(v, before, after, counts);
        int in = counts[0];
        int out = counts[1];
        int fill = counts[2];
        int at = v * COUNT;
        Landscape landscape = features.landscape;
        double cost = costs[v];
        float logCost = features.log(cost);
        rows[at] = logCost;
        rows[at + 1] = features.log(in);
        rows[at + 2] = features.log(out);
        rows[at + 3] = (float) cost;
        rows[at + 4] = fill - in - out;
        rows[at + 5] = fill;
        rows[at + 6] = (float) damage;
        rows[at + 7] = damage < 0 ? -features.log(-damage) : features.log(damage);
        rows[at + 8] = landscape.depth[v];
        rows[at + 9] = landscape.height[v];
        rows[at + 10] = (float) v / moves.length;
        rows[at + 11] = in == 1 ? 1 : 0;
        rows[at + 12] = out == 1 ? 1 : 0;
        rows[at + 13] = in == 1 && out == 1 ? 1 : 0;
        rows[at + ADJACENT] = steps > 0 && isNeighbour(game, moves[steps - 1], v) ? 1 : 0;
        rows[at + 15] = Math.max(0, in - out);
        rows[at + 16] = cost == 0 ? 1 : 0;
        rows[at + 17] = features.isScalar() ? 0 : features.log(game.markowitzDegree(v) / landscape.unit) - logCost;
        rows[at + 18] = features.ratio(in, landscape.pathsIn[v]);
        rows[at + 19] = features.ratio(out, landscape.pathsOut[v]);
    }

    /** An eliminated vertex keeps its own rows. */
    private static boolean isNeighbour(BitsetState game, int gone, int v) {
        return ((game.predecessors(gone, v >> 6) | game.successors(gone, v >> 6)) >>> v & 1) != 0;
    }
}
