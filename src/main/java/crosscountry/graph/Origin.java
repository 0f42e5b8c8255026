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
     * Tells that so many more points took this path, a graph that {@link #at} gave: whoever knows their path does not
     * ask for it.
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
