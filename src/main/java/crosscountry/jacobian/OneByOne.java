package crosscountry.jacobian;

/** A batch as one point after the other: what works for every executor, on every machine. */
record OneByOne(Kind kind, int inputs, int results, Executor executor) implements PointRange {
    @Override
    public void run(int first, int end, int points, Layout layout, Object xs, Object all) {
        if (layout == Layout.POINTS) {
            for (int point = first; point < end; point++) {
                one(xs, point * inputs, all, point * results);
            }
            return;
        }
        Object x = kind.newArray(inputs);
        Object result = kind.newArray(results);
        for (int point = first; point < end; point++) {
            Transposition.copy(kind, xs, point, 0, points, x, 0, 0, 1, 1, inputs);
            one(x, 0, result, 0);
            Transposition.copy(kind, result, 0, 0, 1, all, point, 0, points, 1, results);
        }
    }

    private void one(Object x, int from, Object result, int to) {
        if (kind == Kind.FLOAT64) {
            executor.run((double[]) x, from, (double[]) result, to);
        } else {
            executor.run((float[]) x, from, (float[]) result, to);
        }
    }
}
