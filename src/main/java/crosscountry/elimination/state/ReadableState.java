package crosscountry.elimination.state;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.Step;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The state that can be read: a chain of {@link Step}s, each with its products and the {@link Linearization} after it.
 * The other implementations are tested against it.
 */
public final class ReadableState implements EliminationState {
    private final Linearization start;
    /** Eliminable vertex numbers, ascending; a vertex's place here is its index. */
    private final List<Integer> vertices;

    private final List<Step> steps = new ArrayList<>();

    private ReadableState(Linearization start) {
        this.start = start;
        vertices = List.copyOf(start.open());
    }

    public static ReadableState of(Graph graph, CostModel rules) {
        return of(Linearization.of(graph, rules));
    }

    /** A state that begins with these edges. */
    public static ReadableState of(Linearization start) {
        return new ReadableState(start);
    }

    /** The edges as they stand. */
    public Linearization linearization() {
        return steps.isEmpty() ? start : steps.get(steps.size() - 1).after();
    }

    /** A step 0..steps-1 with its products. */
    public Step step(int step) {
        return steps.get(step);
    }

    @Override
    public Graph graph() {
        return start.graph();
    }

    @Override
    public CostModel rules() {
        return start.rules();
    }

    @Override
    public int size() {
        return vertices.size();
    }

    @Override
    public int vertex(int index) {
        return vertices.get(index);
    }

    @Override
    public int index(int vertex) {
        return Math.max(-1, Collections.binarySearch(vertices, vertex));
    }

    @Override
    public boolean isOpen(int index) {
        return index >= 0 && index < size() && linearization().open().contains(vertex(index));
    }

    @Override
    public int steps() {
        return steps.size();
    }

    @Override
    public int move(int step) {
        return index(steps.get(step).vertex());
    }

    @Override
    public long spent() {
        return steps.stream().mapToLong(Step::cost).reduce(0, rules()::combine);
    }

    @Override
    public long cost(int index) {
        return linearization().eliminate(vertex(index)).cost();
    }

    @Override
    public long markowitzDegree(int index) {
        return linearization().markowitzDegree(vertex(index));
    }

    @Override
    public int inDegree(int index) {
        return linearization().in(vertex(index)).size();
    }

    @Override
    public int outDegree(int index) {
        return linearization().out(vertex(index)).size();
    }

    @Override
    public SortedSet<Integer> predecessors(int index) {
        SortedSet<Integer> ids = new TreeSet<>();
        linearization().in(vertex(index)).stream().map(Edge::source).forEach(ids::add);
        return ids;
    }

    @Override
    public SortedSet<Integer> successors(int index) {
        SortedSet<Integer> ids = new TreeSet<>();
        linearization().out(vertex(index)).forEach(edge -> ids.add(graph().id(edge.target())));
        return ids;
    }

    @Override
    public long eliminate(int index) {
        if (index < 0 || index >= size()) {
            throw Numbering.noIndex(graph(), size(), index);
        }
        return eliminateVertex(vertex(index));
    }

    /** Eliminates a vertex by its number; one that is not open is an error that names those that are. */
    public long eliminateVertex(int vertex) {
        steps.add(linearization().eliminate(vertex));
        return steps.get(steps.size() - 1).cost();
    }

    @Override
    public void undo() {
        if (steps.isEmpty()) {
            throw new IllegalStateException("there is no step to take back");
        }
        steps.remove(steps.size() - 1);
    }
}
