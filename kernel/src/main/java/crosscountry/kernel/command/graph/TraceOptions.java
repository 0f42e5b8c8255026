package crosscountry.kernel.command.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Declared;
import crosscountry.kernel.command.EvalResult;
import crosscountry.trace.TensorTrace;
import crosscountry.trace.Trace;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/** Which method of a cell becomes a graph, and with what bound. */
final class TraceOptions {
    @Option(names = "--of", paramLabel = "METHOD", description = "The method to trace.")
    private String of;

    @Option(
            names = "--size",
            paramLabel = "N,N,...",
            description = "Lengths of array parameters from left to right; a double[][] takes two.")
    private String size;

    @Option(
            names = "--with",
            paramLabel = "n=3",
            description = "Values of parameters that are no doubles, in Java without spaces or in brackets:"
                    + " n=3,kind=Kind.SIN,weights=(new double[] {1, 2}); a word that is no Java stands for itself.")
    private String with;

    @Option(
            names = "--at",
            paramLabel = "x,y,...",
            description = "Shows the path that this point takes through a method that decides by its numbers; its"
                    + " conditions are printed, and Jacobians at other points follow paths of their own.")
    private String at;

    @Option(
            names = "--shape",
            paramLabel = "S,S,...",
            description = "Traces a method of tensors (Var) whose parameters have these shapes: 4,8x4,().")
    private String shape;

    /** Whether anything was said about a method. */
    boolean any() {
        return of != null || size != null || with != null || at != null || shape != null;
    }

    /** The graph of the method that these options and the name of the graph mean. */
    Graph traced(CommandContext context, String name, EvalResult cell) throws Exception {
        Method method = of == null ? entry(name, cell) : context.method(of);
        if (shape != null && (size != null || with != null || at != null)) {
            throw new IllegalArgumentException("%%graph: --shape traces a method of tensors;"
                    + " --size, --with and --at are for methods of numbers and do not go with it");
        }
        return shape == null ? scalars(context, method) : TensorTrace.of(method, shapes(shape));
    }

    private Graph scalars(CommandContext context, Method method) throws Exception {
        Trace trace = trace(context, method);
        Graph graph = at == null ? trace.graph() : trace.at(numbers(at));
        if (!graph.conditions().isEmpty()) {
            context.out()
                    .println("this is the path for " + PathsCommand.conditions(graph)
                            + "; other points take the paths of their own (%paths)");
        }
        return graph;
    }

    /** Shapes such as 4,8x4,() for a vector, a matrix and a scalar. */
    private static Shape[] shapes(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .map(word -> word.equals("()")
                            ? Shape.SCALAR
                            : Shape.of(Arrays.stream(word.split("x"))
                                    .mapToInt(Integer::parseInt)
                                    .toArray()))
                    .toArray(Shape[]::new);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%%graph: --shape takes shapes such as 4,8x4,() for a vector, a matrix and a scalar, not \"" + text
                            + "\"");
        }
    }

    /** The method called like the graph, else the last one of the body. */
    private static Method entry(String name, EvalResult cell) {
        List<Declared.OfMethod> methods = cell.methods();
        if (methods.isEmpty()) {
            throw new IllegalArgumentException(
                    "%%graph found no method below it; write one, for instance double f(double x) { return x * x; }");
        }
        return cell.method(name).orElse(methods.get(methods.size() - 1)).method();
    }

    private Trace trace(CommandContext context, Method method) throws Exception {
        Trace trace = Trace.method(method, size == null ? new int[0] : sizes(size));
        for (Binding one : Binding.all(with == null ? "" : with)) {
            trace = trace.with(one.parameter(), one.value(context));
        }
        return trace;
    }

    private static int[] sizes(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .mapToInt(word -> Integer.parseInt(word.strip()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%%graph: --size takes whole numbers with commas between them, not \"" + text + "\"");
        }
    }

    private static double[] numbers(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .mapToDouble(word -> Double.parseDouble(word.strip()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%%graph: --at takes numbers with commas between them, not \"" + text + "\"");
        }
    }
}
