package crosscountry.elimination.state;

import java.util.Arrays;

/** Typed edges (game.md, section 5): a matrix of packed edges beside the rows of bits. */
final class TypedEngine implements Engine {
    /** What generated code costs; null under the costs of the paper. */
    private final GeneratedTables generated;
    /** Live partial values, and what they were before each vertex was eliminated. */
    private long live;

    private final long[] liveBefore;
    private final PackedAlgebra tables;
    private final Adjacency adjacency;
    private final int sources;
    private final int[] edges;
    private final int[] ins;
    private final int[] inEdges;
    private int[] log = new int[256];
    private int logged;
    private boolean signs;
    private long signature;
    private final long[] signatureBefore;

    /** Takes hold of {@code edges}: row = target column, column = source column, 0 = no edge. */
    TypedEngine(PackedAlgebra tables, GeneratedTables generated, Adjacency adjacency, int sources, int[] edges) {
        this.tables = tables;
        this.generated = generated;
        liveBefore = new long[generated == null ? 0 : adjacency.size];
        signatureBefore = new long[adjacency.size];
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

    /**
     * Every in-edge times every out-edge, added to what is there. Logged as place and old edge, twice in-degree times
     * out-degree.
     */
    private long products(int v) {
        int count = gatherIns(v);
        if (signs) {
            signatureBefore[v] = signature;
            unsign(v, count);
        }
        int room = 2 * count * adjacency.outDegree(v);
        if (log.length - logged < room) {
            log = Arrays.copyOf(log, 2 * log.length + room);
        }
        int top = logged;
        long cost = generated != null ? generatedProducts(v, count) : plainProducts(v, count);
        if (signs) {
            sign(top);
        }
        return cost;
    }

    private long plainProducts(int v, int count) {
        long cost = 0;
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

    /** The edges of v go. */
    private void unsign(int v, int count) {
        long gone = 0;
        for (int k = 0; k < count; k++) {
            gone += mixed(v * sources + ins[k], inEdges[k]);
        }
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int at = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources + v;
                gone += mixed(at, edges[at]);
            }
        }
        signature -= gone;
    }

    /** What was logged from here on is other than it was. */
    private void sign(int from) {
        long change = 0;
        for (int k = from; k < logged; k += 2) {
            int at = log[k];
            if (edges[at] != log[k + 1]) {
                change += mixed(at, edges[at]) - (log[k + 1] == 0 ? 0 : mixed(at, log[k + 1]));
            }
        }
        signature += change;
    }

    private static long mixed(int at, int edge) {
        long x = ((long) at << 32 | edge) * 0x9E3779B97F4A7C15L;
        x = (x ^ x >>> 29) * 0xBF58476D1CE4E5B9L;
        return x ^ x >>> 32;
    }

    /** As {@link #products}, by the costs of generated code. */
    private long generatedProducts(int v, int count) {
        liveBefore[v] = live;
        long cost = 0;
        long made = generated.needed(inEdges, count);
        long own = generated.stored(inEdges, count);
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources;
                int out = edges[row + v];
                made += generated.needed(out);
                own += generated.stored(out);
                for (int k = 0; k < count; k++) {
                    int at = row + ins[k];
                    int old = edges[at];
                    int result = generated.add(old, inEdges[k], out);
                    cost += generated.cost(old, inEdges[k], out);
                    made += generated.live(result) - generated.live(old);
                    edges[at] = result;
                    log[logged++] = at;
                    log[logged++] = old;
                }
            }
        }
        long peak = live + made;
        live = peak - own;
        return generated.stepCost(cost, peak);
    }

    private long generatedCost(int v, int count) {
        long cost = 0;
        long made = generated.needed(inEdges, count);
        for (int w = 0; w < adjacency.words(); w++) {
            for (long bits = adjacency.succ(v, w); bits != 0; bits &= bits - 1) {
                int row = ((w << 6) + Long.numberOfTrailingZeros(bits)) * sources;
                int out = edges[row + v];
                made += generated.needed(out);
                for (int k = 0; k < count; k++) {
                    int old = edges[row + ins[k]];
                    cost += generated.cost(old, inEdges[k], out);
                    made += generated.live(generated.add(old, inEdges[k], out)) - generated.live(old);
                }
            }
        }
        return generated.stepCost(cost, live + made);
    }

    @Override
    public void undo(int v) {
        adjacency.undo(v);
        live = generated == null ? 0 : liveBefore[v];
        signature = signatureBefore[v];
        takeBack(logged - 2 * adjacency.inDegree(v) * adjacency.outDegree(v));
    }

    @Override
    public void rewind(Engine base) {
        adjacency.copyFrom(base.adjacency());
        live = ((TypedEngine) base).live;
        signature = ((TypedEngine) base).signature;
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
        int count = gatherIns(v);
        if (generated != null) {
            return generatedCost(v, count);
        }
        long cost = 0;
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
    public boolean isDense(int source, int target) {
        return tables.isDense(edges[target * sources + source]);
    }

    @Override
    public void copyFrom(Engine other) {
        TypedEngine typed = (TypedEngine) other;
        adjacency.copyFrom(typed.adjacency);
        System.arraycopy(typed.edges, 0, edges, 0, edges.length);
        System.arraycopy(typed.liveBefore, 0, liveBefore, 0, liveBefore.length);
        live = typed.live;
        signature = typed.signature;
        System.arraycopy(typed.signatureBefore, 0, signatureBefore, 0, signatureBefore.length);
        logged = 0;
    }

    @Override
    public Engine copy() {
        PackedAlgebra own = tables.copy();
        TypedEngine copy = new TypedEngine(
                own, generated == null ? null : generated.copy(own), adjacency.copy(), sources, edges.clone());
        System.arraycopy(liveBefore, 0, copy.liveBefore, 0, liveBefore.length);
        copy.live = live;
        return copy;
    }

    @Override
    public Engine signed() {
        TypedEngine copy = (TypedEngine) copy();
        copy.signs = true;
        return copy;
    }

    @Override
    public long signature() {
        return signature;
    }

    @Override
    public void forget() {
        logged = 0;
        adjacency.forget();
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
