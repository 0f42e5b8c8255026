package crosscountry.graph;

/** A user's mistake about a graph, an order or a function, in one clear sentence; no stack trace is needed. */
public class GraphException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public GraphException(String sentence) {
        super(sentence);
    }
}
