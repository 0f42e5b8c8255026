package crosscountry.elimination.state;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * A graph at some point of its elimination: which vertices are open, what has been spent, what the next step would
 * cost; {@link #eliminate} takes a step and {@link #undo} takes it back. The rules are those of game.md, sections 5 and
 * 6.
 *
 * <p>An eliminable vertex has an <em>index</em>, its place 0..size-1 among all eliminable vertices in program order;
 * {@link #vertex} and {@link #index} translate to the vertex numbers of the graph. Values of the graph, inputs among
 * them, have <em>ids</em>.
 *
 * <p>Three implementations count alike: {@link ReadableState} shows every edge and product, {@link FastGame} is made
 * for search, {@link SparseGame} for scalar graphs of any size. A state belongs to one thread.
 */
public sealed interface EliminationState permits ReadableState, FastGame, SparseGame {
    Graph graph();

    CostModel rules();

    /** The number of eliminable vertices of the graph: the length of a whole elimination. */
    int size();

    /** The vertex number of an index. */
    int vertex(int index);

    /** The index of a vertex number; -1 for an output, which is never eliminated, and for what is no vertex. */
    int index(int vertex);

    /** True where this vertex may be eliminated now; false for every number that is no index. */
    boolean isOpen(int index);

    default int openCount() {
        return size() - steps();
    }

    /** Writes the open indices, ascending, and returns how many they are. */
    default int open(int[] into) {
        int count = 0;
        for (int index = 0; index < size(); index++) {
            if (isOpen(index)) {
                into[count++] = index;
            }
        }
        return count;
    }

    /** True when every eliminable vertex is gone: the edges are then the Jacobian. */
    default boolean done() {
        return steps() == size();
    }

    /** The number of vertices eliminated so far. */
    int steps();

    /** The index that was eliminated at a step 0..steps-1. */
    int move(int step);

    /** The steps so far as vertex numbers. */
    default Order order() {
        return orderOf(IntStream.range(0, steps()).map(this::move).toArray());
    }

    /** These indices as an order of vertex numbers. */
    default Order orderOf(int... indices) {
        return new Order(IntStream.of(indices).mapToObj(this::vertex).toList());
    }

    /** The cost so far. */
    long spent();

    /** What eliminating this open vertex would cost now. */
    long cost(int index);

    /** The published Markowitz degree of an open vertex now (game.md, section 7); on scalar graphs it is the cost. */
    long markowitzDegree(int index);

    /** The number of in-edges of an open vertex now. */
    int inDegree(int index);

    /** The number of out-edges of an open vertex now. */
    int outDegree(int index);

    /** The ids from which edges lead to an open vertex now. */
    SortedSet<Integer> predecessors(int index);

    /**
     * The ids to which edges lead from an open vertex now; outputs that are read again have further ids of their own.
     */
    SortedSet<Integer> successors(int index);

    /** Eliminates an open vertex and returns the cost of the step; a closed one is an error. */
    long eliminate(int index);

    /** Takes back the last step; where there is none, an {@link IllegalStateException}. */
    void undo();

    /** The open vertex of the smallest Markowitz degree, the first of several; -1 where none is open. */
    default int leastMarkowitz() {
        int least = -1;
        long degree = Long.MAX_VALUE;
        for (int index = 0; index < size(); index++) {
            if (isOpen(index) && markowitzDegree(index) < degree) {
                degree = markowitzDegree(index);
                least = index;
            }
        }
        return least;
    }

    /** Goes on to the end, always by {@link #leastMarkowitz}, and returns the indices of these steps. */
    default int[] playMarkowitz() {
        int[] rest = new int[openCount()];
        for (int k = 0; k < rest.length; k++) {
            rest[k] = leastMarkowitz();
            eliminate(rest[k]);
        }
        return rest;
    }
}
