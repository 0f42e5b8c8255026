package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import java.util.ArrayList;
import java.util.List;

/**
 * The features of an open vertex: {@link #COUNT} numbers, the same for graphs of any size and edges of any type.
 * Degrees and fill-in count edges; costs are those of the game, divided by the mean cost of a product at the start, so
 * that on graphs of scalars they are numbers of products.
 *
 * <p>An object belongs to one template, is immutable and may be shared by threads; {@link #follow} makes the rows of
 * one game.
 */
final class VertexFeatures {
    private static final int TABLE = 4096;

    private static final List<String> NAMES = List.of(
            "log cost",
            "log in-degree",
            "log out-degree",
            "cost",
            "growth",
            "fill-in",
            "damage",
            "log damage",
            "depth",
            "height",
            "position",
            "single in",
            "single out",
            "single both",
            "adjacent to last",
            "in above out",
            "free",
            "log degree over cost",
            "log in over paths",
            "log out over paths");

    /** Number of features of a vertex. */
    static final int COUNT = 20;

    final Landscape landscape;
    private final boolean scalar;
    /** log(1 + n) for small n. */
    private final float[] logs = new float[TABLE];

    private VertexFeatures(StateTemplate template) {
        landscape = new Landscape(template);
        scalar = template.isScalar();
        for (int n = 0; n < TABLE; n++) {
            logs[n] = (float) Math.log1p(n);
        }
    }

    static VertexFeatures of(StateTemplate template) {
        return new VertexFeatures(template);
    }

    /**
     * Names, in order:
     *
     * <ul>
     *   <li>log cost, log in-degree, log out-degree: log(1 + cost), log(1 + in), log(1 + out)
     *   <li>cost: what the step costs (on scalars in x out)
     *   <li>growth, fill-in: new edges less those that go, new edges
     *   <li>damage, log damage: how the costs of the open neighbours change, each new or lost edge counting the mean
     *       cost of the neighbour's products; the logarithm keeps the sign
     *   <li>depth, height, position: longest path from the inputs and to the outputs as fractions of the longest of
     *       all, place in the program as a fraction; all of the graph at its start
     *   <li>single in, single out, single both: one in-edge, one out-edge, both
     *   <li>adjacent to last: a neighbour of the vertex just eliminated
     *   <li>in above out: max(0, in - out)
     *   <li>free: the step costs nothing
     *   <li>log degree over cost: log(1 + published Markowitz degree) - log(1 + cost); 0 on scalars
     *   <li>log in over paths, log out over paths: logarithm of the degree over the number of paths that share no other
     *       vertex, below which the degree never falls
     * </ul>
     */
    static List<String> names() {
        return new ArrayList<>(NAMES);
    }

    /** Rows of a game, kept up to date step by step; for one thread. */
    FeatureRows follow() {
        return new FeatureRows(this);
    }

    /** The cost of an open vertex in units of the mean product; what is free stays exactly 0. */
    double cost(BitsetState game, int v) {
        return scalar ? (double) game.inDegree(v) * game.outDegree(v) : game.cost(v) / landscape.unit;
    }

    boolean isScalar() {
        return scalar;
    }

    /** The logarithm of a degree over its least; a vertex without edges has 0. */
    float ratio(int degree, int least) {
        return degree <= least
                ? 0
                : degree < TABLE ? logs[degree - 1] - logs[least - 1] : (float) Math.log((double) degree / least);
    }

    /** log(1 + x) for x from 0. */
    float log(double x) {
        int n = (int) x;
        return n == x && n < TABLE ? logs[n] : (float) Math.log1p(x);
    }
}
