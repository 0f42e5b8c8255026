package crosscountry.graph.trace.fuzz;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A generated Java class with a static method {@code f} on doubles.
 *
 * @param seed from which it was made
 * @param form how f takes its numbers
 * @param nodes its statements
 * @param results the expressions that it returns
 * @param point where it is traced
 */
record Program(long seed, Form form, List<Node> nodes, List<String> results, double[] point) {
    enum Form { SCALARS, ARRAY, ARRAY_AND_COUNT }

    /** The value of the parameter n of {@link Form#ARRAY_AND_COUNT}. */
    static final int COUNT = 3;

    String className() {
        return "Case" + Long.toUnsignedString(seed);
    }

    String source() {
        StringBuilder members = new StringBuilder();
        nodes.forEach(node -> node.collect(members));
        String inputs = form == Form.SCALARS
                ? "double[] xs = {x0, x1, x2};\n"
                : IntStream.range(0, point.length).mapToObj(i -> "final double x" + i + " = xs[" + i + "];\n").collect(Collectors.joining());
        String head = switch (form) {
            case SCALARS -> "static double f(" + IntStream.range(0, point.length).mapToObj(i -> "final double x" + i)
                    .collect(Collectors.joining(", ")) + ") {\n";
            case ARRAY -> "static double[] f(double[] xs) {\n";
            case ARRAY_AND_COUNT -> "static double[] f(double[] xs, int n) {\n";
        };
        String end = form == Form.SCALARS
                ? "return " + String.join(" + ", results) + ";\n"
                : "return new double[] {" + String.join(", ", results) + "};\n";
        return "package fuzz;\nimport java.util.*;\nimport java.util.function.*;\nimport java.util.stream.*;\n\nclass " + className() + " {\n"
                + members + head + inputs + "double acc = 0.25;\nint count = 2;\n" + nodes.stream().map(Node::text).collect(Collectors.joining()) + end + "}\n}\n";
    }

    Stream<Program> smaller() {
        Stream<Program> fewer = results.size() < 2 ? Stream.empty()
                : results.stream().map(one -> new Program(seed, form, nodes, List.of(one), point));
        return Stream.concat(fewer, Node.smaller(nodes).map(less -> new Program(seed, form, less, results, point)));
    }
}
