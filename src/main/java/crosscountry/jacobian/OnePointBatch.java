package crosscountry.jacobian;

import java.util.concurrent.ForkJoinPool;

/** A batch as one point after the other: what works for every executor, on every machine. */
final class OnePointBatch implements BatchExecutor {
    /** Nodes times points below which a second thread costs more than it helps: about 50 us of work. */
    private static final long WORTH_A_THREAD = 100_000;

    private static final int BLOCK = 64;

    private final Executor executor;
    private final int inputs;
    private final int results;
    private final int weight;

    OnePointBatch(Program program, Executor executor) {
        this.executor = executor;
        inputs = program.inputs();
        results = program.results();
        weight = program.nodes().size();
    }

    private int helpers(int points) {
        return (long) points * weight < WORTH_A_THREAD ? 0 : ForkJoinPool.getCommonPoolParallelism();
    }

    @Override
    public void run(int points, Layout layout, double[] xs, double[] all) {
        Blocks.run(points, BLOCK, helpers(points), (first, end) -> {
            if (layout == Layout.POINTS) {
                for (int point = first; point < end; point++) {
                    executor.run(xs, point * inputs, all, point * results);
                }
                return;
            }
            double[] x = new double[inputs];
            double[] result = new double[results];
            for (int point = first; point < end; point++) {
                for (int k = 0; k < inputs; k++) {
                    x[k] = xs[k * points + point];
                }
                executor.run(x, 0, result, 0);
                for (int k = 0; k < results; k++) {
                    all[k * points + point] = result[k];
                }
            }
        });
    }

    @Override
    public void run(int points, Layout layout, float[] xs, float[] all) {
        Blocks.run(points, BLOCK, helpers(points), (first, end) -> {
            if (layout == Layout.POINTS) {
                for (int point = first; point < end; point++) {
                    executor.run(xs, point * inputs, all, point * results);
                }
                return;
            }
            float[] x = new float[inputs];
            float[] result = new float[results];
            for (int point = first; point < end; point++) {
                for (int k = 0; k < inputs; k++) {
                    x[k] = xs[k * points + point];
                }
                executor.run(x, 0, result, 0);
                for (int k = 0; k < results; k++) {
                    all[k * points + point] = result[k];
                }
            }
        });
    }
}
