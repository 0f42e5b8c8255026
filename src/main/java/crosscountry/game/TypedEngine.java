package crosscountry.game;

/** The game on typed edges (game.md, section 5): a matrix of packed edges beside the rows of bits. */
final class TypedEngine implements Engine {
    private final EdgeTables tables;
    private final Adjacency adjacency;
    private final int sources;
    private final int[] edges;
    private final int[] ins;
    private int[] log = new int[256];
    private int logged;

    /** Takes hold of {@code edges}: row = target column, column = source column, 0 = no edge. */
    TypedEngine(EdgeTables tables, Adjacency adjacency, int sources, int[] edges) {
        this.tables = tables;
        this.adjacency = adjacency;
        this.sources = sources;
        this.edges = edges;
        ins = new int[sources];
    }

    @Override
    public long eliminate(int v) {
        long cost = 0;
        int count = gatherIns(v);
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources;
                int out = edges[row + v];
                for (int k = 0; k < count; k++) {
                    int in = edges[v * sources + ins[k]];
                    cost += tables.cost(in, out);
                    edges[row + ins[k]] = tables.add(edges[row + ins[k]], in, out);
                }
            }
        }
        adjacency.eliminate(v);
        return cost;
    }

    @Override
    public long eliminateLogged(int v) {
        long cost = 0;
        int count = gatherIns(v);
        int room = count * adjacency.outDegree(v);
        if (log.length - logged < room) {
            log = java.util.Arrays.copyOf(log, 2 * log.length + room);
        }
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources;
                int out = edges[row + v];
                for (int k = 0; k < count; k++) {
                    int in = edges[v * sources + ins[k]];
                    int old = edges[row + ins[k]];
                    cost += tables.cost(in, out);
                    log[logged++] = old;
                    edges[row + ins[k]] = tables.add(old, in, out);
                }
            }
        }
        adjacency.eliminateLogged(v);
        return cost;
    }

    @Override
    public void undo(int v) {
        adjacency.undo(v);
        int count = gatherIns(v);
        logged -= count * adjacency.outDegree(v);
        int at = logged;
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources;
                for (int k = 0; k < count; k++) {
                    edges[row + ins[k]] = log[at++];
                }
            }
        }
    }

    @Override
    public long cost(int v) {
        long cost = 0;
        int count = gatherIns(v);
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int out = edges[((w << 6) + Long.numberOfTrailingZeros(bits)) * sources + v];
                for (int k = 0; k < count; k++) {
                    cost += tables.cost(edges[v * sources + ins[k]], out);
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
        return new TypedEngine(tables, new Adjacency(adjacency), sources, edges.clone());
    }

    @Override
    public Adjacency adjacency() {
        return adjacency;
    }

    private int gatherIns(int v) {
        int count = 0;
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.pred(v, w); bits != 0; bits &= bits - 1) {
                ins[count++] = (w << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return count;
    }
}
