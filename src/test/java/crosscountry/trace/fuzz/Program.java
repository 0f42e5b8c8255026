package crosscountry.trace.fuzz;

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
 * @param point where it is traced: three numbers
 */
record Program(long seed, Form form, List<Node> nodes, List<String> results, double[] point) {
    enum Form {
        SCALARS,
        ARRAY,
        ARRAY_AND_COUNT,
        MATRIX,
        RECORD
    }

    /** The value of the parameter n of {@link Form#ARRAY_AND_COUNT}. */
    static final int COUNT = 3;

    String className() {
        return "Case" + Long.toUnsignedString(seed);
    }

    String source() {
        StringBuilder members = new StringBuilder();
        nodes.forEach(node -> node.collect(members));
        String inputs = switch (form) {
                    case SCALARS -> "double[] xs = {x0, x1, x2};\n";
                    case MATRIX -> "double[] xs = rows[0];\n";
                    case RECORD -> "double[] xs = {in.p(), in.q(), in.r()};\n";
                    default -> "";
                }
                + (form == Form.SCALARS
                        ? ""
                        : IntStream.range(0, 3)
                                .mapToObj(i -> "final double x" + i + " = xs[" + i + "];\n")
                                .collect(Collectors.joining()));
        String head = switch (form) {
            case SCALARS -> "static double f(final double x0, final double x1, final double x2) {\n";
            case ARRAY -> "static double[] f(double[] xs) {\n";
            case ARRAY_AND_COUNT -> "static double[] f(double[] xs, int n) {\n";
            case MATRIX -> "static double[] f(double[][] rows) {\n";
            case RECORD -> "record In(double p, double q, double r) {}\nstatic double[] f(In in) {\n";
        };
        String end = form == Form.SCALARS
                ? "return " + String.join(" + ", results) + ";\n"
                : "return new double[] {" + String.join(", ", results) + "};\n";
        return "package fuzz;\nimport java.util.*;\nimport java.util.function.*;\nimport java.util.stream.*;\n\nclass "
                + className() + " {\n"
                + members + head + inputs + "double acc = 0.25;\nint count = 2;\n"
                + nodes.stream().map(Node::text).collect(Collectors.joining()) + end + "}\n}\n";
    }

    Stream<Program> smaller() {
        Stream<Program> fewer = results.size() < 2
                ? Stream.empty()
                : results.stream().map(one -> new Program(seed, form, nodes, List.of(one), point));
        return Stream.concat(fewer, Node.smaller(nodes).map(less -> new Program(seed, form, less, results, point)));
    }
}
