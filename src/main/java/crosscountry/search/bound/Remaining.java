package crosscountry.search.bound;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.flow.Separators;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A lower bound on the cost of the open vertices of a scalar graph: for each, the smallest separators on its two sides
 * that avoid eliminated vertices. They depend only on what is eliminated above and below the vertex, and are cached.
 */
public final class Remaining {
    private record Asked(int id, BitSet gone) {}

    private static final int REMEMBERED = 1_000_000;
    private static final BitSet NONE = new BitSet();
    private final Separators up;
    private final Separators down;
    private final BitSet[] above;
    private final BitSet[] below;
    private final Map<Asked, Integer> known = new HashMap<>();
    private final int inputs;

    private Remaining(ScalarEdges edges, int inputs) {
        this.inputs = inputs;
        up = new Separators(edges.before(), edges.inputs());
        down = new Separators(edges.after(), edges.outputs());
        above = Conditions.reached(edges.before());
        below = Conditions.reached(edges.after());
    }

    public static Remaining of(Graph graph, CostModel rules) {
        return new Remaining(
                ScalarEdges.of(graph, InitialEdges.of(graph, rules)),
                graph.inputs().size());
    }

    /** @param gone indices of the game's template */
    public long least(BitSet gone, StateTemplate template) {
        BitSet ids = new BitSet();
        gone.stream().forEach(index -> ids.set(inputs + template.vertex(index)));
        long sum = 0;
        for (int index = gone.nextClearBit(0); index < template.size(); index = gone.nextClearBit(index + 1)) {
            sum += least(inputs + template.vertex(index), ids);
        }
        return sum;
    }

    /** What one open vertex costs at least, as {@link #least(BitSet, StateTemplate)}. */
    public long least(int index, BitSet gone, StateTemplate template) {
        BitSet ids = new BitSet();
        gone.stream().forEach(other -> ids.set(inputs + template.vertex(other)));
        return least(inputs + template.vertex(index), ids);
    }

    private long least(int id, BitSet gone) {
        return (long) side(id, gone, above[id], up, id) * side(id, gone, below[id], down, -id);
    }

    private int side(int id, BitSet gone, BitSet side, Separators separators, int key) {
        BitSet here = (BitSet) gone.clone();
        here.and(side);
        if (known.size() > REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(new Asked(key, here), asked -> separators.smallest(id, here, NONE));
    }
}
