package crosscountry.game;

import java.util.Arrays;

/** The game on typed edges (game.md, section 5): a matrix of packed edges beside the rows of bits. */
final class TypedEngine implements Engine {
    private final EdgeTables tables;
    private final Adjacency adjacency;
    private final int sources;
    private final int[] edges;
    private final int[] ins;
    private final int[] inEdges;
    private int[] log = new int[256];
    private int logged;

    /** Takes hold of {@code edges}: row = target column, column = source column, 0 = no edge. */
    TypedEngine(EdgeTables tables, Adjacency adjacency, int sources, int[] edges) {
        this.tables = tables;
        this.adjacency = adjacency;
        this.sources = sources;
        this.edges = edges;
        ins = new int[sources];
        inEdges = new int[sources];
    }

    @Override
    public long eliminate(int v) {
        long cost = products(v);
        adjacency.eliminate(v);
        return cost;
    }

    @Override
    public long eliminateLogged(int v) {
        long cost = products(v);
        adjacency.eliminateLogged(v);
        return cost;
    }

    /** Every in-edge times every out-edge, added to what is there. Logged as place and old edge, twice in-degree times out-degree. */
    private long products(int v) {
        long cost = 0;
        int count = gatherIns(v);
        int room = 2 * count * adjacency.outDegree(v);
        if (log.length - logged < room) {
            log = Arrays.copyOf(log, 2 * log.length + room);
        }
        int top = logged;
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources;
                int out = edges[row + v];
                for (int k = 0; k < count; k++) {
                    int in = inEdges[k];
                    int pair = tables.pair(in, out);
                    int at = row + ins[k];
                    int old = edges[at];
                    cost += tables.cost(pair, in, out);
                    edges[at] = tables.add(pair, old, in, out);
                    log[top] = at;
                    log[top + 1] = old;
                    top += 2;
                }
            }
        }
        logged = top;
        return cost;
    }

    @Override
    public void undo(int v) {
        adjacency.undo(v);
        takeBack(logged - 2 * adjacency.inDegree(v) * adjacency.outDegree(v));
    }

    @Override
    public void rewind(Engine base) {
        adjacency.copyFrom(base.adjacency());
        takeBack(0);
    }

    private void takeBack(int to) {
        int top = logged;
        while (top > to) {
            top -= 2;
            edges[log[top]] = log[top + 1];
        }
        logged = top;
    }

    @Override
    public long cost(int v) {
        long cost = 0;
        int count = gatherIns(v);
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int out = edges[((w << 6) + Long.numberOfTrailingZeros(bits)) * sources + v];
                for (int k = 0; k < count; k++) {
                    cost += tables.cost(tables.pair(inEdges[k], out), inEdges[k], out);
                }
            }
        }
        return cost;
    }

    @Override
    public long markowitzDegree(int v) {
        long in = 0;
        long out = 0;
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                in += tables.weightIn(edges[((w << 6) + Long.numberOfTrailingZeros(bits)) * sources + v]);
            }
            for (long bits = adjacency.pred(v, w); bits != 0; bits &= bits - 1) {
                out += tables.weightOut(edges[v * sources + (w << 6) + Long.numberOfTrailingZeros(bits)]);
            }
        }
        return in * out;
    }

    @Override
    public void copyFrom(Engine other) {
        TypedEngine typed = (TypedEngine) other;
        adjacency.copyFrom(typed.adjacency);
        System.arraycopy(typed.edges, 0, edges, 0, edges.length);
        logged = 0;
    }

    @Override
    public Engine copy() {
        return new TypedEngine(tables, adjacency.copy(), sources, edges.clone());
    }

    @Override
    public Adjacency adjacency() {
        return adjacency;
    }

    private int gatherIns(int v) {
        int count = 0;
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.pred(v, w); bits != 0; bits &= bits - 1) {
                int source = (w << 6) + Long.numberOfTrailingZeros(bits);
                ins[count] = source;
                inEdges[count++] = edges[v * sources + source];
            }
        }
        return count;
    }
}
