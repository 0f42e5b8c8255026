package crosscountry.graph.trace;

import crosscountry.graph.Graph;

/** Graphs of lambdas and method references: {@code Traces.of((x, y) -> Math.sin(x) * y)}. */
public final class Traces {
    private Traces() {}

    /** The graph of a function of an array with {@code length} entries. */
    public static Graph of(Functions.OfArray<?> function, int length) {
        return LambdaTrace.graph(function, length);
    }

    public static Graph of(Functions.Of1<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of2<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of3<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of4<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of5<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of6<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of7<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of8<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of9<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of10<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of11<?> function) {
        return LambdaTrace.graph(function);
    }

    public static Graph of(Functions.Of12<?> function) {
        return LambdaTrace.graph(function);
    }
}
