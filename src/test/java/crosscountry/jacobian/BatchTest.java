package crosscountry.jacobian;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.elimination.Order;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Reference;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class BatchTest {
    private final Graph simple = Reference.graph("Simple");
    private final JacobianPlan plan = Jacobians.of(simple, Order.of(2, 1));

    private static double[][] points(int count, int inputs) {
        Random random = new Random(3);
        double[][] points = new double[count][];
        for (int k = 0; k < count; k++) {
            points[k] = random.doubles(inputs, 0.2, 0.9).toArray();
        }
        return points;
    }

    @Test
    void aBatchIsItsPointsOneByOneWhateverItsLength() {
        for (int count : new int[] {0, 1, 2, 7, 8, 63, 64, 65, 1000}) {
            double[][] points = points(count, 2);
            JacobianBatch batch = plan.batch(points);
            for (int k = 0; k < count; k++) {
                Jacobian one = plan.at(points[k]);
                assertArrayEquals(one.outputs(), batch.at(k).outputs(), 1e-15);
                for (int row = 0; row < 2; row++) {
                    assertArrayEquals(one.matrix()[row], batch.at(k).matrix()[row], 1e-14);
                    assertEquals(batch.at(k).matrix()[row][1], batch.entry(row, 1)[k]);
                    assertEquals(batch.at(k).outputs()[row], batch.output(row)[k]);
                }
            }
        }
    }

    @Test
    void bothLayoutsHoldTheSameNumbers() {
        Graph graph = Reference.graph("RoeFlux_1d");
        JacobianPlan narrow = Jacobians.float32(graph, Orders.reverse(graph));
        int count = 300;
        double[][] points = points(count, 6);
        float[] rows = new float[6 * count];
        float[] columns = new float[6 * count];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < 6; i++) {
                rows[k * 6 + i] = (float) points[k][i];
                columns[i * count + k] = (float) points[k][i];
            }
        }
        float[] byPoint = new float[narrow.resultSize() * count];
        float[] byNumber = new float[narrow.resultSize() * count];
        narrow.batch(count, Layout.POINTS, rows, byPoint);
        narrow.batch(count, Layout.COLUMNS, columns, byNumber);
        for (int k = 0; k < count; k++) {
            for (int place = 0; place < narrow.resultSize(); place++) {
                assertEquals(byPoint[k * narrow.resultSize() + place], byNumber[place * count + k]);
            }
        }
    }

    @Test
    void anInterruptEndsABatchAndStaysSet() {
        double[][] points = points(10_000, 2);
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> plan.batch(points));
        assertTrue(Thread.interrupted());
        assertEquals(10_000, plan.batch(points).points());
    }

    @Test
    void arraysOfTheWrongSizeOrTypeAreRefused() {
        assertEquals(
                "point 1: Simple takes 2 numbers, got 3",
                message(() -> plan.batch(new double[][] {{1, 2}, {1, 2, 3}})));
        assertEquals(
                "the result needs room for 6 numbers, the array has 5",
                message(() -> plan.into(new double[2], new double[5])));
        assertEquals(
                "the result of 2 points needs room for 12 numbers, the array has 11",
                message(() -> plan.batch(2, Layout.COLUMNS, new double[4], new double[11])));
        assertEquals(
                "this plan computes in float64 and takes arrays of double",
                assertThrows(IllegalArgumentException.class, () -> plan.into(new float[2], new float[6]))
                        .getMessage());
    }

    private static String message(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(GraphException.class, call).getMessage();
    }
}
