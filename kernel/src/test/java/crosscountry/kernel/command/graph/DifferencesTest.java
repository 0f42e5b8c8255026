package crosscountry.kernel.command.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphJson;
import crosscountry.graph.Operand;
import crosscountry.graph.Origin;
import crosscountry.graph.Relation;
import crosscountry.jacobian.Jacobian;
import crosscountry.jacobian.Jacobians;
import crosscountry.trace.Trace;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The check of a Jacobian sees what is wrong with it, and little else. */
class DifferencesTest {
    /** A graph that says of itself to be of this method, and to hold where x stands so to 1. */
    private static Graph graph(Graph body, DoubleUnaryOperator method, Relation... relations) {
        Origin origin = new Origin() {
            @Override
            public Graph at(double... point) {
                throw new UnsupportedOperationException();
            }

            @Override
            public double[] call(double... point) {
                return new double[] {method.applyAsDouble(point[0])};
            }

            @Override
            public List<Path> paths() {
                return List.of();
            }
        };
        List<Condition> conditions = List.of(relations).stream()
                .map(relation -> new Condition(new Operand.Ref(1), relation, Operand.Literal.of(1), Optional.empty()))
                .toList();
        return new Graph(
                body.name(),
                body.inputs(),
                body.vertices(),
                body.outputs(),
                body.edges(),
                conditions,
                Optional.of(origin));
    }

    private static Differences check(Graph graph, double... x) {
        return Differences.of(
                graph, x, Jacobians.of(graph, Orders.reverse(graph)).at(x));
    }

    @Test
    void aRightJacobianDiffersByRoundingOnly() {
        Graph smooth = Trace.of((x, y) -> Math.sin(x * y) / (1 + x * x) + Math.exp(y));
        for (double[] x : new double[][] {{0.7, 1.1}, {0, 0}, {1e-8, 3}, {40, -5}}) {
            Differences found = check(smooth, x);
            assertTrue(found.largest() < 1e-8, found::text);
            assertEquals("method", found.of());
        }
        assertEquals(
                "graph",
                check(GraphJson.read(GraphJson.write(smooth), "smooth"), 0.7, 1.1)
                        .of(),
                "a graph from a file has no method");
        for (double x : new double[] {1e-12, 1e-5, 1, 1e6}) {
            Differences found = check(Trace.of((double a) -> Math.log(a)), x);
            assertTrue(found.largest() < 1e-7 && found.unknown() == 0, found::text);
        }
    }

    @Test
    void aGraphThatIsNotItsMethodsIsSeen() {
        Graph wrong = graph(Trace.of(x -> x * x), x -> x * x * (1 + 1e-6));
        Differences found = check(wrong, 0.5);
        assertEquals(1e-6, found.largest(), 1e-9);
        assertTrue(
                found.text()
                        .startsWith("largest difference from central differences of the method: 1.0e-06"
                                + " (relative to entries above 1)"),
                found.text());
        assertTrue(check(graph(Trace.of(x -> x * x), x -> x * x + 1), 0.5).largest() > 0.5, "other values, same slope");
    }

    @Test
    void nearAnotherPathStepsAreShorterAndAtItsEdgeOnOneSide() {
        DoubleUnaryOperator method = x -> x > 1 ? x * x * x : 100 + Math.sin(x);
        Graph above = graph(Trace.of(x -> x * x * x), method, Relation.GT);
        Differences near = check(above, 1 + 1e-4);
        assertTrue(near.largest() < 1e-8, near::text);
        for (double edge : new double[] {Math.nextUp(1.0), 1 + 1e-10, 1 + 1e-7}) {
            Differences found = check(above, edge);
            assertTrue(found.largest() < 1e-8 && found.oneSided() == 1, found::text);
        }
        Graph below = graph(Trace.of(x -> 100 + Math.sin(x)), method, Relation.NOT_GT);
        Differences at = check(below, 1);
        assertTrue(at.largest() < 1e-6 && at.oneSided() == 1, at::text);
        assertTrue(at.text().endsWith("; on one side only in 1 column, where another path begins close by"), at.text());
    }

    @Test
    void aPathOfOnePointIsNotCompared() {
        Differences found = check(graph(Trace.of(x -> x + 0 * x), x -> x == 1 ? x : 7, Relation.EQ), 1);
        assertEquals(1, found.unknown());
        assertTrue(
                found.text().endsWith("1 entry is not compared, since the differences give no number there"),
                found.text());
    }

    @Test
    void anEntryThatIsNoNumberIsWrongWhereTheSlopeIsOne() {
        Graph graph = Trace.of(x -> 3 * x);
        Jacobian right = Jacobians.of(graph, Orders.reverse(graph)).at(2);
        Jacobian wrong = new Jacobian(graph, right.outputs(), new double[][] {{Double.NaN}}, right.structure(), 0, 0);
        assertEquals(
                Double.POSITIVE_INFINITY,
                Differences.of(graph, new double[] {2}, wrong).largest());
        assertFalse(
                Double.isInfinite(check(Trace.of((double x) -> Math.sqrt(x)), 0).largest()),
                "an infinite slope is one");
    }
}
