package crosscountry.graph.trace.fuzz;

import crosscountry.graph.Evaluation;
import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;

/**
 * What the values inside of a graph say about its derivatives at a point.
 *
 * @param largest of them, without sign
 * @param singular one is not finite, or stands where its operation has no finite slope: an entry may then be 0 times infinity
 */
record Insides(double largest, boolean singular) {
    static Insides of(Graph graph, double[] x) {
        Evaluation values = Evaluation.of(graph, graph.point(x));
        double largest = 0;
        boolean singular = false;
        for (int k = 1; k <= graph.vertices().size(); k++) {
            double value = values.value(graph.id(k)).data()[0];
            singular |= !Double.isFinite(value) || isPole(graph.vertex(k), value, values);
            largest = Double.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
        }
        return new Insides(largest, singular);
    }

    /** Whether a step is taken between two points, or much of a turn: differences then see no slope. */
    static boolean turns(Graph graph, double[] x, double[] moved) {
        Evaluation here = Evaluation.of(graph, graph.point(x));
        Evaluation there = Evaluation.of(graph, graph.point(moved));
        for (Vertex vertex : graph.vertices()) {
            boolean turns = switch (vertex.primitive().label()) {
                case "floor", "ceil", "rint", "trunc", "sign" -> here.value(vertex.id()).data()[0] != there.value(vertex.id()).data()[0];
                case "rem" -> Math.abs(here.value(vertex.id()).data()[0] - there.value(vertex.id()).data()[0])
                        > 0.1 * Math.abs(here.value(vertex.operands().get(1)).data()[0]);
                case "sin", "cos", "tan" -> !(Math.abs(angle(here, vertex) - angle(there, vertex)) < 0.01 && Math.abs(angle(here, vertex)) < 1e8);
                default -> false;
            };
            if (turns) {
                return true;
            }
        }
        return false;
    }

    private static double angle(Evaluation values, Vertex vertex) {
        return values.value(vertex.operands().get(0)).data()[0];
    }

    private static boolean isPole(Vertex vertex, double value, Evaluation values) {
        return switch (vertex.primitive().label()) {
            case "sqrt", "cbrt", "pow", "hypot" -> value == 0;
            case "asin" -> Math.cos(2 * value) == -1;
            case "acos" -> Math.cos(2 * value) == 1;
            case "atan2" -> vertex.operands().stream().allMatch(operand -> values.value(operand).data()[0] == 0);
            default -> false;
        };
    }
}
