package crosscountry.jacobian;

import java.util.function.Supplier;

/**
 * A batch in vector registers: as many points at once as the code takes; the last ones of a range overlap those before.
 * Points that lie one behind the other are turned into columns a block at a time.
 */
final class VectorRange implements PointRange {
    private final Kind kind;
    private final Vectors.Code code;
    private final int lanes;
    private final int inputs;
    private final int results;
    /** Points that are turned into columns at once. */
    private final int block;
    /** Numbers from one column of a block to the next: no power of two, whose columns would share few cache lines. */
    private final int stride;

    private final ThreadLocal<Object> work;
    private final ThreadLocal<Object> columns;

    private VectorRange(Program program, Kind kind, Vectors.Code code, int lanes, Supplier<Object> work) {
        this.code = code;
        this.work = ThreadLocal.withInitial(work);
        this.kind = kind;
        this.lanes = lanes;
        inputs = program.inputs();
        results = program.results();
        int fitting =
                128 * 1024 / ((inputs + results) * kind.bytes()) / lanes * lanes; // stays in the second-level cache
        block = Math.max(lanes, Math.min(fitting, 512));
        stride = block + lanes;
        columns = ThreadLocal.withInitial(() -> kind.newArray(stride * (inputs + results)));
    }

    /** Code of the program's own, one register of points at once. */
    static VectorRange generated(Program program, Kind kind) {
        int lanes = Vectors.lanes(kind);
        VectorClass generated = VectorClass.of(program, kind, lanes);
        Vectors.Code code = (Vectors.Code) GeneratedClass.instance(generated.bytes());
        return new VectorRange(program, kind, code, lanes, () -> kind.newArray(generated.slots() * lanes));
    }

    /** Loops that all programs share, one row of points at once. */
    static VectorRange tape(Program program, Kind kind) {
        TapeCode code = TapeCode.of(program, kind);
        return new VectorRange(program, kind, code, code.width(), () -> code.work(program, kind));
    }

    @Override
    public void run(int first, int end, int points, Layout layout, Object xs, Object all) {
        if (layout == Layout.COLUMNS && end - first >= lanes) {
            Object slots = work.get();
            for (int point = first; point < end; point += lanes) {
                int at = Math.min(point, end - lanes);
                code.run(xs, at, points, slots, all, at, points);
            }
            return;
        }
        for (int start = first; start < end; start += block) {
            copied(start, Math.min(block, end - start), layout, xs, all, points);
        }
    }

    /**
     * Through this thread's own columns, results behind the inputs; lanes without a point compute some earlier numbers.
     */
    private void copied(int first, int count, Layout layout, Object xs, Object all, int points) {
        Object own = columns.get();
        Object slots = work.get();
        int column = layout == Layout.POINTS ? 1 : points;
        int row = layout == Layout.POINTS ? inputs : 1;
        Transposition.copy(kind, xs, first * row, row, column, own, 0, 1, stride, count, inputs);
        for (int point = 0; point < count; point += lanes) {
            code.run(own, point, stride, slots, own, inputs * stride + point, stride);
        }
        row = layout == Layout.POINTS ? results : 1;
        Transposition.copy(kind, own, inputs * stride, 1, stride, all, first * row, row, column, count, results);
    }
}
