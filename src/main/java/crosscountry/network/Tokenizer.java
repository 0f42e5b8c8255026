package crosscountry.network;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.LongestPaths;
import crosscountry.network.Tokens.Relation;
import java.util.Arrays;

/** Makes the tokens of one position. They hold costs as logarithms, beside the mean over all open vertices. */
final class Tokenizer {
    private final BitsetState game;
    private final Landmarks landmarks;
    private final int[] open;
    private final int words;
    /** The token of a column of predecessors, of successors; -1 for none. */
    private final int[] sourceToken;

    private final int[] targetToken;
    private int count;

    Tokenizer(BitsetState game, Landmarks landmarks) {
        this.game = game;
        this.landmarks = landmarks;
        open = new int[game.openCount()];
        game.open(open);
        words = game.columnWords();
        sourceToken = new int[words << 6];
        targetToken = new int[words << 6];
    }

    Tokens tokens() {
        Arrays.fill(sourceToken, -1);
        Arrays.fill(targetToken, -1);
        for (int v : open) {
            sourceToken[v] = count;
            targetToken[v] = count++;
        }
        number(sourceToken, false);
        int outputs = count;
        number(targetToken, true);
        Tokens tokens = new Tokens(
                ids(), open.length, new int[count], new float[count * Tokens.FEATURES], new byte[count * count]);
        relate(tokens.relations());
        describe(tokens, outputs);
        return tokens;
    }

    private void number(int[] token, boolean down) {
        for (int word = game.size() >> 6; word < words; word++) {
            long joined = 0;
            for (int v : open) {
                joined |= row(v, word, down);
            }
            for (; joined != 0; joined &= joined - 1) {
                int column = (word << 6) + Long.numberOfTrailingZeros(joined);
                if (column >= game.size()) {
                    token[column] = count++;
                }
            }
        }
    }

    private long row(int v, int word, boolean down) {
        return down ? game.successors(v, word) : game.predecessors(v, word);
    }

    private int[] ids() {
        int[] ids = new int[count];
        int inputs = game.template().graph() == null
                ? 0
                : game.template().graph().inputs().size();
        for (int column = 0; column < sourceToken.length; column++) {
            if (sourceToken[column] >= 0) {
                ids[sourceToken[column]] = game.template().sourceId(column);
            }
            if (column >= game.size() && targetToken[column] >= 0) {
                ids[targetToken[column]] = inputs + game.template().targetVertex(column);
            }
        }
        return ids;
    }

    private void relate(byte[] relations) {
        for (int i = 0; i < open.length; i++) {
            for (int j = 0; j < i; j++) {
                if (shareNeighbour(open[i], open[j])) {
                    set(relations, i, j, Relation.SHARED_NEIGHBOUR);
                    set(relations, j, i, Relation.SHARED_NEIGHBOUR);
                }
            }
        }
        for (int i = 0; i < open.length; i++) {
            int v = open[i];
            for (int word = 0; word < words; word++) {
                for (long bits = game.predecessors(v, word); bits != 0; bits &= bits - 1) {
                    int column = (word << 6) + Long.numberOfTrailingZeros(bits);
                    boolean dense = game.isDense(column, v);
                    set(
                            relations,
                            i,
                            sourceToken[column],
                            dense ? Relation.PREDECESSOR : Relation.STRUCTURED_PREDECESSOR);
                    set(relations, sourceToken[column], i, dense ? Relation.SUCCESSOR : Relation.STRUCTURED_SUCCESSOR);
                }
                for (long bits = game.successors(v, word); bits != 0; bits &= bits - 1) {
                    int column = (word << 6) + Long.numberOfTrailingZeros(bits);
                    boolean dense = game.isDense(v, column);
                    set(relations, i, targetToken[column], dense ? Relation.SUCCESSOR : Relation.STRUCTURED_SUCCESSOR);
                    set(
                            relations,
                            targetToken[column],
                            i,
                            dense ? Relation.PREDECESSOR : Relation.STRUCTURED_PREDECESSOR);
                }
            }
        }
        for (int i = 0; i < count; i++) {
            set(relations, i, i, Relation.SELF);
        }
    }

    private boolean shareNeighbour(int v, int u) {
        for (int word = 0; word < words; word++) {
            if ((game.predecessors(v, word) & game.predecessors(u, word)
                            | game.successors(v, word) & game.successors(u, word))
                    != 0) {
                return true;
            }
        }
        return false;
    }

    private void set(byte[] relations, int from, int to, Relation relation) {
        relations[from * count + to] = (byte) relation.ordinal();
    }

    private void describe(Tokens tokens, int outputs) {
        int[] depth = LongestPaths.to(game);
        int[] height = LongestPaths.from(game);
        int longest = Math.max(
                1,
                Math.max(
                        Arrays.stream(depth).max().orElse(1),
                        Arrays.stream(height).max().orElse(1)));
        double mean = 0;
        for (int v : open) {
            mean += log(game.cost(v)) / open.length;
        }
        float[] features = tokens.features();
        for (int i = 0; i < count; i++) {
            int at = i * Tokens.FEATURES;
            features[at + (i < open.length ? 0 : i < outputs ? 1 : 2)] = 1;
            features[at + 3] = log(open.length) / 5;
            if (i < open.length) {
                tokens.operations()[i] = landmarks.operation()[open[i]];
                vertex(
                        features,
                        at + 4,
                        open[i],
                        (float) mean,
                        (float) depth[open[i]] / longest,
                        (float) height[open[i]] / longest);
            } else {
                int degree = 0;
                for (int j = 0; j < open.length; j++) {
                    degree += tokens.relations()[i * count + j] != 0 ? 1 : 0;
                }
                features[at + 4] = i < outputs ? 0 : log(degree);
                features[at + 5] = i < outputs ? log(degree) : 0;
            }
        }
    }

    private void vertex(float[] features, int at, int v, float mean, float depth, float height) {
        int in = game.inDegree(v);
        int out = game.outDegree(v);
        long cost = game.cost(v);
        int fill = game.fillIn(v);
        long damage = game.damage(v);
        float[] own = {
            log(in),
            log(out),
            log(cost),
            log(cost) - mean,
            log(game.markowitzDegree(v)),
            log(fill),
            signedLog(fill - in - out),
            signedLog(damage),
            depth,
            height,
            in == 1 ? 1 : 0,
            out == 1 ? 1 : 0,
            in == 1 && out == 1 ? 1 : 0,
            log(in) - log(out),
            landmarks.logSize()[v] / 3,
            log(landmarks.least()[v]),
            log(cost) - log(landmarks.least()[v]),
            cost == 0 ? 1 : 0
        };
        System.arraycopy(own, 0, features, at, own.length);
    }

    private static float log(double x) {
        return (float) Math.log1p(x);
    }

    private static float signedLog(double x) {
        return Math.copySign(log(Math.abs(x)), (float) x);
    }
}
