package crosscountry.elimination.state;

/** Scalar edges: a vertex costs in-degree times out-degree (game.md, section 2). */
final class ScalarEngine implements Engine {
    private final Adjacency adjacency;

    ScalarEngine(Adjacency adjacency) {
        this.adjacency = adjacency;
    }

    @Override
    public long eliminate(int v) {
        long cost = cost(v);
        adjacency.eliminate(v);
        return cost;
    }

    @Override
    public long eliminateLogged(int v) {
        long cost = cost(v);
        adjacency.eliminateLogged(v);
        return cost;
    }

    @Override
    public void undo(int v) {
        adjacency.undo(v);
    }

    @Override
    public void rewind(Engine base) {
        adjacency.copyFrom(base.adjacency());
    }

    @Override
    public long cost(int v) {
        return (long) adjacency.inDegree(v) * adjacency.outDegree(v);
    }

    @Override
    public long markowitzDegree(int v) {
        return cost(v);
    }

    @Override
    public boolean isDense(int source, int target) {
        return true;
    }

    @Override
    public void copyFrom(Engine other) {
        adjacency.copyFrom(((ScalarEngine) other).adjacency);
    }

    @Override
    public Engine copy() {
        return new ScalarEngine(adjacency.copy());
    }

    @Override
    public Engine signed() {
        return copy();
    }

    /** Nothing but the vertices that are gone says what the rest costs. */
    @Override
    public long signature() {
        return 0;
    }

    @Override
    public void forget() {
        adjacency.forget();
    }

    @Override
    public Adjacency adjacency() {
        return adjacency;
    }
}
