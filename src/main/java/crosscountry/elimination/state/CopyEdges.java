package crosscountry.elimination.state;

import crosscountry.elimination.edge.PlainEdges;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The copies among the edges of a {@link SparseState}, kept beside its lists since most graphs have few or none. A
 * product with a copy costs nothing; it is a copy itself where both factors are. An edge stays a copy until a product
 * that is none is added to it (game.md, section 3).
 */
final class CopyEdges {
    private final SparseState state;
    /** The number of copies into and out of each column. */
    private final int[] in;

    private final int[] out;
    /** Source column above target column. */
    private final Set<Long> edges = new HashSet<>();
    /** Edges that steps added, and the complements of those that they removed. */
    private long[] log = new long[16];

    private int logged;
    /** How long the log was before each step. */
    private final int[] logStart;

    /**
     * Whether steps can change what is a copy. They cannot where the only copies are those before outputs that are read
     * again: nothing else leads to such an output, and no copy leads to its vertex.
     */
    private final boolean changes;

    CopyEdges(SparseState state, SparseTemplate template) {
        this.state = state;
        PlainEdges all = template.edges();
        int vertices = template.graph().vertices().size();
        in = new int[template.nodes()];
        out = new int[template.nodes()];
        boolean inner = false;
        for (int edge = 0; all.hasCopies() && edge < all.size(); edge++) {
            state(template.sourceColumn(edge), template.targetColumn(edge), all.isCopy(edge));
            inner |= all.isCopy(edge) && all.target(edge) <= vertices;
        }
        changes = inner;
        logStart = new int[changes ? template.size() : 0];
    }

    /** States an edge; of an edge that is stated twice the last statement holds. */
    private void state(int source, int target, boolean copy) {
        long edge = edge(source, target);
        if (copy != (!edges.isEmpty() && edges.contains(edge))) {
            change(edge, copy);
        }
    }

    int in(int column) {
        return in[column];
    }

    int out(int column) {
        return out[column];
    }

    /** Called with the lists as they are before the step. */
    void eliminate(int index, int step) {
        if (!changes) {
            return;
        }
        logStart[step] = logged;
        int[] sources = state.sources(index);
        int[] targets = state.targets(index);
        int inDegree = state.inDegree(index);
        int outDegree = state.outDegree(index);
        for (int j = 0; j < inDegree; j++) {
            int source = sources[j];
            boolean first = in[index] > 0 && edges.contains(edge(source, index));
            if (!first && out[source] == 0) {
                continue;
            }
            for (int k = 0; k < outDegree; k++) {
                boolean product = first && edges.contains(edge(index, targets[k]));
                long edge = edge(source, targets[k]);
                if (edges.contains(edge)) {
                    if (!product) {
                        log(edge, false);
                    }
                } else if (product && !state.isJoined(source, targets[k])) {
                    log(edge, true);
                }
            }
        }
        for (int j = 0; in[index] > 0 && j < inDegree; j++) {
            remove(edge(sources[j], index));
        }
        for (int k = 0; out[index] > 0 && k < outDegree; k++) {
            remove(edge(index, targets[k]));
        }
    }

    private void remove(long edge) {
        if (edges.contains(edge)) {
            log(edge, false);
        }
    }

    void undo(int step) {
        while (changes && logged > logStart[step]) {
            long entry = log[--logged];
            change(entry < 0 ? ~entry : entry, entry < 0);
        }
    }

    private void log(long edge, boolean added) {
        if (logged == log.length) {
            log = Arrays.copyOf(log, 2 * log.length);
        }
        log[logged++] = added ? edge : ~edge;
        change(edge, added);
    }

    private void change(long edge, boolean added) {
        if (added) {
            edges.add(edge);
        } else {
            edges.remove(edge);
        }
        out[(int) (edge >> 32)] += added ? 1 : -1;
        in[(int) edge] += added ? 1 : -1;
    }

    private static long edge(int source, int target) {
        return (long) source << 32 | target;
    }
}
