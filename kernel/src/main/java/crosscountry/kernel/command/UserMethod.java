package crosscountry.kernel.command;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.trace.Trace;
import java.lang.reflect.Method;
import java.util.Arrays;

/** A method of the session where a graph is asked for: followed as {@code %%graph} does without options. */
final class UserMethod {
    private UserMethod() {}

    /**
     * @throws GraphException saying how to make a graph of one that takes more than doubles, or that cannot be followed
     *     at all points alike
     */
    static Graph graph(CommandContext context, String name) {
        Method method = context.method(name);
        if (method.getParameterCount() == 0
                || !Arrays.stream(method.getParameterTypes()).allMatch(type -> type == double.class)) {
            throw new GraphException(name + " is your method, and not one of doubles alone; %%graph " + name
                    + " as the first line of its cell makes its graph,"
                    + " with --size for arrays and --with for other parameters");
        }
        try {
            return Trace.method(method).graph().named(name);
        } catch (GraphException e) {
            throw new GraphException(name + " is your method, and its name alone makes no graph: " + e.getMessage()
                    + "; %%graph " + name + " as the first line of its cell makes one, with --at to follow a point");
        }
    }
}
