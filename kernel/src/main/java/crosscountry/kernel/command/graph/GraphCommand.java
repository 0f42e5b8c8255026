package crosscountry.kernel.command.graph;

import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Declared;
import crosscountry.kernel.command.EvalResult;
import crosscountry.kernel.command.Words;
import crosscountry.trace.TensorTrace;
import crosscountry.trace.Trace;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code %%graph}: compiles Java methods, traces one of them and keeps the graph in a variable. */
public final class GraphCommand implements Command {
    @Override
    public String name() {
        return "graph";
    }

    @Override
    public String synopsis() {
        return "%%graph NAME [--of METHOD] [--size N,N,...] [--with n=3] [--at x,y,...] [--shape S,S,...]  trace the Java below";
    }

    @Override
    public String help() {
        return """
                The body is ordinary Java: methods on doubles, double arrays and records, helper methods, loops, Math, literals.
                It is compiled, and one method is traced into the variable NAME: the method called NAME, or the one given by
                --of, or the last of the body. The methods stay callable with numbers.
                  --size 3,2,2     lengths of array parameters from left to right; a double[][] takes two
                  --with n=3       the value of a parameter that is no double, any Java that stands in brackets or without spaces:
                                   n=3,kind=Kind.SIN,weights=(new double[] {1, 2}); a word that is no Java is a text
                  --shape 4,8x4,() the method is one of tensors (Var), with parameters of these shapes
                  --at 0.5,2       show the path that this point takes through a method that decides by its numbers; its conditions are printed,
                                   and Jacobians at other points follow paths of their own""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) throws Exception {
        if (body == null || body.isBlank()) {
            throw new IllegalArgumentException(
                    "%%graph stands alone on the first line of a cell; the lines below it are the Java to trace");
        }
        Words words = Words.of("%%graph", line, Set.of("of", "size", "with", "at", "shape"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%%graph needs one name for the graph: " + synopsis().split("  ")[0]);
        }
        String name = words.plain().get(0);
        EvalResult cell = context.eval(body);
        Method method = words.option("of").map(context::method).orElseGet(() -> entry(name, cell));
        Graph traced = words.has("shape")
                ? TensorTrace.of(method, shapes(words.option("shape").orElseThrow()))
                : scalars(context, method, words);
        Graph graph = traced.named(name);
        context.bind(name, "crosscountry.graph.Graph", graph);
        return graph;
    }

    private static Graph scalars(CommandContext context, Method method, Words words) throws Exception {
        Trace trace = trace(context, method, words);
        Graph graph = words.has("at") ? trace.at(numbers(words.option("at").orElseThrow())) : trace.graph();
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

    private static Trace trace(CommandContext context, Method method, Words words) throws Exception {
        int[] sizes = words.option("size")
                .map(text -> Arrays.stream(numbers(text))
                        .mapToInt(size -> (int) size)
                        .toArray())
                .orElse(new int[0]);
        Trace trace = Trace.method(method, sizes);
        for (Binding one : Binding.all(words.option("with").orElse(""))) {
            trace = trace.with(one.parameter(), one.value(context));
        }
        return trace;
    }

    private static double[] numbers(String text) {
        try {
            return Arrays.stream(text.split(","))
                    .mapToDouble(word -> Double.parseDouble(word.strip()))
                    .toArray();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%%graph: \"" + text + "\" must be numbers with commas between them");
        }
    }
}
