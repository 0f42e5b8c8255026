package crosscountry.network;

import crosscountry.network.Tokens.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How a network's attention relates to the graph, beside that of an untrained network. Attention is given as a multiple
 * of an even share: 1 means no preference.
 */
public record AttentionSummary(List<Row> rows) {
    private static final int FAR = 4;

    /** @param pairs how many pairs of tokens it is a mean of */
    public record Row(String what, double trained, double untrained, long pairs) {}

    public static AttentionSummary of(AttentionGame game) {
        int relations = Relation.values().length;
        double[][] sums = new double[2][relations + FAR + 1];
        long[] pairs = new long[relations + FAR + 1];
        double[] correlation = new double[2];
        int correlated = 0;
        for (AttentionGame.View view : game.views()) {
            int count = view.ids().length;
            int[][] distance = distances(view.relations());
            float[][] trained = mean(view.trained());
            float[][] untrained = mean(view.untrained());
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    for (int slot : new int[] {view.relations()[i][j], relations + Math.min(FAR, distance[i][j])}) {
                        sums[0][slot] += trained[i][j] * count;
                        sums[1][slot] += untrained[i][j] * count;
                        pairs[slot]++;
                    }
                }
            }
            if (view.degrees().length > 2) {
                correlation[0] += correlation(trained, view.degrees());
                correlation[1] += correlation(untrained, view.degrees());
                correlated++;
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int slot = 0; slot < pairs.length; slot++) {
            if (pairs[slot] > 0) {
                String what = slot < relations
                        ? Relation.values()[slot]
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')
                        : slot - relations == FAR ? "distance " + FAR + " or more" : "distance " + (slot - relations);
                rows.add(new Row(what, sums[0][slot] / pairs[slot], sums[1][slot] / pairs[slot], pairs[slot]));
            }
        }
        if (correlated > 0) {
            rows.add(new Row(
                    "correlation of attention received with log Markowitz degree",
                    correlation[0] / correlated,
                    correlation[1] / correlated,
                    correlated));
        }
        return new AttentionSummary(rows);
    }

    /** The mean over layers and heads. */
    private static float[][] mean(float[][][][] weights) {
        int count = weights[0][0].length;
        float[][] mean = new float[count][count];
        for (float[][][] layer : weights) {
            for (float[][] head : layer) {
                for (int i = 0; i < count; i++) {
                    for (int j = 0; j < count; j++) {
                        mean[i][j] += head[i][j] / (weights.length * layer.length);
                    }
                }
            }
        }
        return mean;
    }

    /** Edges between tokens, whatever their direction. */
    private static int[][] distances(byte[][] relations) {
        int count = relations.length;
        int[][] distance = new int[count][count];
        for (int from = 0; from < count; from++) {
            Arrays.fill(distance[from], Integer.MAX_VALUE);
            distance[from][from] = 0;
            int[] queue = new int[count];
            queue[0] = from;
            for (int head = 0, tail = 1; head < tail; head++) {
                for (int to = 0; to < count; to++) {
                    byte relation = relations[queue[head]][to];
                    boolean edge = relation >= Relation.PREDECESSOR.ordinal()
                            && relation <= Relation.STRUCTURED_SUCCESSOR.ordinal();
                    if (edge && distance[from][to] == Integer.MAX_VALUE) {
                        distance[from][to] = distance[from][queue[head]] + 1;
                        queue[tail++] = to;
                    }
                }
            }
        }
        return distance;
    }

    private static double correlation(float[][] attention, long[] degrees) {
        int n = degrees.length;
        double[] x = new double[n];
        double[] y = new double[n];
        for (int j = 0; j < n; j++) {
            for (float[] row : attention) {
                x[j] += row[j];
            }
            y[j] = Math.log1p(degrees[j]);
        }
        double mx = Arrays.stream(x).average().orElse(0);
        double my = Arrays.stream(y).average().orElse(0);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int j = 0; j < n; j++) {
            xy += (x[j] - mx) * (y[j] - my);
            xx += (x[j] - mx) * (x[j] - mx);
            yy += (y[j] - my) * (y[j] - my);
        }
        return xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%-60s %8s %10s%n", "attention, as a multiple of an even share", "trained", "untrained"));
        rows.forEach(row -> text.append(
                String.format(Locale.ROOT, "%-60s %8.2f %10.2f%n", row.what(), row.trained(), row.untrained())));
        return text.toString().stripTrailing();
    }
}
