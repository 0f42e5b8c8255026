package crosscountry.graph;

/** Where in the user's code an operation stands. */
public record Source(String method, int line) {
    /** The compiler's names of lambdas mean nothing to their author. */
    public Source {
        method = method.startsWith("lambda$") ? "lambda" : method;
    }

    @Override
    public String toString() {
        return method + ":" + line;
    }
}
