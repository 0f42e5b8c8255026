package crosscountry.agent;

import crosscountry.elimination.state.FastGame;
import crosscountry.elimination.state.GameTemplate;
import crosscountry.elimination.state.LongestPaths;
import java.util.Arrays;

/**
 * What no elimination changes about the vertices of a game: depths in the whole graph, and how many vertex-disjoint
 * paths join each to inputs and outputs. Depths are fractions of the longest path, so that graphs of any size compare.
 */
final class Landscape {
    /**
     * Two flows a vertex: beyond this many vertices, each side counts as one path, which there always is if anything
     * is.
     */
    private static final int MEASURED = 1000;

    final float[] depth;
    final float[] height;
    /**
     * Paths from inputs into a vertex that share nothing else: it never has fewer predecessors (Menger; game.md,
     * section 10).
     */
    final int[] pathsIn;
    /** The same to the outputs. */
    final int[] pathsOut;
    /** The mean cost of a product at the start where it costs anything: 1 on graphs of scalars. */
    final double unit;

    Landscape(GameTemplate template) {
        FastGame start = template.start();
        int size = start.size();
        depth = fractions(LongestPaths.to(start));
        height = fractions(LongestPaths.from(start));
        pathsIn = new int[size];
        pathsOut = new int[size];
        PathCounts in = size <= MEASURED ? new PathCounts(start, false) : null;
        PathCounts out = size <= MEASURED ? new PathCounts(start, true) : null;
        double cost = 0;
        double products = 0;
        for (int v = 0; v < size; v++) {
            pathsIn[v] = in == null ? 1 : Math.max(1, in.into(v));
            pathsOut[v] = out == null ? 1 : Math.max(1, out.into(v));
            long own = start.cost(v);
            if (own > 0) {
                cost += own;
                products += (double) start.inDegree(v) * start.outDegree(v);
            }
        }
        unit = template.isMemoryless() && !template.rules().countsGenerated() || cost == 0 ? 1 : cost / products;
    }

    private static float[] fractions(int[] lengths) {
        int most = Math.max(1, Arrays.stream(lengths).max().orElse(1));
        float[] fractions = new float[lengths.length];
        for (int v = 0; v < lengths.length; v++) {
            fractions[v] = (float) lengths[v] / most;
        }
        return fractions;
    }
}
