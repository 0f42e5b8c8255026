package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.LongestPaths;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.search.flow.Separators;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The shape of the whole graph around each vertex, which no elimination changes: depths in the whole graph, and how
 * many vertex-disjoint paths join each to inputs and outputs. Depths are fractions of the longest path, so that graphs
 * of any size compare.
 */
final class Landscape {
    /**
     * Two flows a vertex: beyond this many vertices, each side counts as one path, which there always is if anything
     * is.
     */
    private static final int MEASURED = 1000;

    private static final BitSet NONE = new BitSet();

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

    Landscape(StateTemplate template) {
        BitsetState start = template.start();
        int size = start.size();
        depth = fractions(LongestPaths.to(start));
        height = fractions(LongestPaths.from(start));
        pathsIn = new int[size];
        pathsOut = new int[size];
        Separators in = size <= MEASURED ? separators(start, false) : null;
        Separators out = size <= MEASURED ? separators(start, true) : null;
        double cost = 0;
        double products = 0;
        for (int v = 0; v < size; v++) {
            pathsIn[v] = in == null ? 1 : Math.max(1, in.smallest(v, NONE, NONE));
            pathsOut[v] = out == null ? 1 : Math.max(1, out.smallest(v, NONE, NONE));
            long own = start.cost(v);
            if (own > 0) {
                cost += own;
                products += (double) start.inDegree(v) * start.outDegree(v);
            }
        }
        unit = template.isMemoryless() && !template.rules().countsGenerated() || cost == 0 ? 1 : cost / products;
    }

    /** Columns behind the vertices are the inputs or, turned round, the outputs. */
    private static Separators separators(BitsetState game, boolean down) {
        int[][] before = new int[game.columnWords() << 6][];
        boolean[] ends = new boolean[before.length];
        Arrays.fill(before, new int[0]);
        Arrays.fill(ends, game.size(), ends.length, true);
        for (int v = 0; v < game.size(); v++) {
            int count = down ? game.outDegree(v) : game.inDegree(v);
            before[v] = new int[count];
            for (int word = 0; word < game.columnWords(); word++) {
                for (long bits = down ? game.successors(v, word) : game.predecessors(v, word);
                        bits != 0;
                        bits &= bits - 1) {
                    before[v][--count] = (word << 6) + Long.numberOfTrailingZeros(bits);
                }
            }
        }
        return new Separators(before, ends);
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
