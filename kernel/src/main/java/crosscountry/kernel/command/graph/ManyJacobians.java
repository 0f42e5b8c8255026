package crosscountry.kernel.command.graph;

import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.jacobian.JacobianBatch;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.display.jacobian.BatchTable;
import crosscountry.kernel.display.jacobian.JacobianRenderer;
import crosscountry.tuning.Stopwatch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A Jacobian at many points: its values around one of them, and how long each takes. */
final class ManyJacobians {
    private static final int TIMED_ROUNDS = 41;

    private ManyJacobians() {}

    /** Prints how long one Jacobian takes in a batch, in turns with reverse mode. */
    static void print(CommandContext context, JacobianPlan plan, double[] x) {
        Graph graph = plan.graph();
        Stopwatch watch = new Stopwatch(Jacobians.of(graph, Orders.reverse(graph)), x, 0);
        context.out().println(watch.time(List.of(plan), x, TIMED_ROUNDS).get(0) + " (reverse mode, float64)");
        if (plan.lanes() == 1) {
            context.out()
                    .println("batches take points one by one here; a kernel or terminal that is started with "
                            + "JDK_JAVA_OPTIONS=--add-modules=jdk.incubator.vector takes them in vector registers");
        }
    }

    /** Shows the mean around a point and returns the table of all entries. */
    static Object batch(CommandContext context, JacobianPlan plan, double[] x, int count) {
        JacobianBatch batch = plan.batch(around(x, count));
        context.display(new JacobianRenderer().render(BatchTable.mean(batch)));
        return BatchTable.of(batch);
    }

    /** Each number changed by up to a tenth, the same way each time. */
    private static double[][] around(double[] x, int count) {
        Random random = new Random(0);
        double[][] points = new double[count][x.length];
        for (double[] one : points) {
            Arrays.setAll(one, k -> x[k] * (0.9 + 0.2 * random.nextDouble()));
        }
        return points;
    }
}
