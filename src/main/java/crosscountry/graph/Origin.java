package crosscountry.graph;

import java.util.List;

/**
 * The Java function that a graph was traced from. A function that decides by its numbers has several paths, each with a
 * graph of its own; each is traced when a point first takes it. A point is all inputs, flattened in order. Safe for use
 * by several threads.
 */
public interface Origin {
    /** The graph of the path that this point takes: its conditions hold there. */
    Graph at(double... point);

    /** The function itself, called with numbers: its results, flattened as the graph's outputs. */
    double[] call(double... point);

    /** The paths taken so far, in the order in which points first took them. */
    List<Path> paths();

    /**
     * Counts this many more points on a path, named by its graph from {@link #at}: for callers that know the path of
     * their points and need not look it up again.
     */
    default void taken(Graph path, long points) {}

    /**
     * One path.
     *
     * @param graph with the path's conditions
     * @param points how many points have taken it
     */
    record Path(Graph graph, long points) {}
}
