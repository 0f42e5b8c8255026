package crosscountry.graph;

import java.util.List;

/**
 * The Java function that a graph was traced from. A function that decides by its numbers has several paths, each with a
 * graph of its own; they are traced when a point first takes them. Points are all inputs flattened in order. Safe for
 * use by several threads.
 */
public interface Origin {
    /** The graph of the path that this point takes: its conditions hold there. */
    Graph at(double... point);

    /** The function itself, called with numbers: its results, flattened as the graph's outputs. */
    double[] call(double... point);

    /** The paths taken so far, in the order in which they were met. */
    List<Path> paths();

    /**
     * Counts so many more points on this path, a graph that {@link #at} gave: callers who know the path of their points
     * do not ask for it again.
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
