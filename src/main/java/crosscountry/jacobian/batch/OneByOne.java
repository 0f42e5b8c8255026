package crosscountry.jacobian.batch;

import crosscountry.jacobian.code.Executor;
import crosscountry.jacobian.code.Precision;

/** Computes a batch point by point: works for every executor, on every machine. */
record OneByOne(Precision precision, Executor executor) implements PointRange {
    @Override
    public void run(int first, int end, Grid xs, Grid results) {
        if (xs.number() == 1 && results.number() == 1) {
            for (int point = first; point < end; point++) {
                one(xs.array(), point * xs.point(), results.array(), point * results.point());
            }
            return;
        }
        Grid x = Grid.rows(precision.newArray(xs.numbers()), xs.numbers());
        Grid result = Grid.rows(precision.newArray(results.numbers()), results.numbers());
        for (int point = first; point < end; point++) {
            Transposition.copy(precision, xs, point, x, 0, 1);
            one(x.array(), 0, result.array(), 0);
            Transposition.copy(precision, result, 0, results, point, 1);
        }
    }

    private void one(Object x, int from, Object result, int to) {
        if (precision == Precision.FLOAT64) {
            executor.run((double[]) x, from, (double[]) result, to);
        } else {
            executor.run((float[]) x, from, (float[]) result, to);
        }
    }
}
