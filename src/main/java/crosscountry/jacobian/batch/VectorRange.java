package crosscountry.jacobian.batch;

import crosscountry.jacobian.code.Precision;
import crosscountry.jacobian.code.VectorProgram;
import crosscountry.jacobian.program.Program;

/**
 * A batch in vector registers: as many points at once as the code takes; the last ones of a range overlap those before.
 * A block of points in a layout point by point is copied to columns first.
 */
final class VectorRange implements PointRange {
    /** Bytes of columns that stay in the second-level cache. */
    private static final int CACHED = 128 * 1024;

    private static final int MOST = 512;

    private final Precision precision;
    private final VectorProgram.Code code;
    private final int width;
    private final int inputs;
    private final int results;
    /** Points that are copied to columns at once. */
    private final int block;
    /** Numbers from one column of a block to the next: no power of two, whose columns would share few cache lines. */
    private final int stride;

    private final ThreadLocal<Object> work;
    private final ThreadLocal<Object> columns;

    VectorRange(Program program, Precision precision, VectorProgram compiled) {
        this.precision = precision;
        code = compiled.code();
        width = compiled.width();
        work = ThreadLocal.withInitial(compiled.work());
        inputs = program.inputs();
        results = program.results();
        int fitting = CACHED / ((inputs + results) * precision.bytes()) / width * width;
        block = Math.max(width, Math.min(fitting, MOST));
        stride = block + width;
        columns = ThreadLocal.withInitial(() -> precision.newArray(stride * (inputs + results)));
    }

    @Override
    public void run(int first, int end, Grid xs, Grid all) {
        if (xs.isColumns() && all.isColumns() && end - first >= width) {
            Object slots = work.get();
            for (int point = first; point < end; point += width) {
                int at = Math.min(point, end - width);
                code.run(xs.array(), xs.at(at), xs.number(), slots, all.array(), all.at(at), all.number());
            }
            return;
        }
        for (int start = first; start < end; start += block) {
            copied(start, Math.min(block, end - start), xs, all);
        }
    }

    /**
     * Through this thread's own columns, results after the inputs; lanes without a point compute with numbers of an
     * earlier one.
     */
    private void copied(int first, int count, Grid xs, Grid all) {
        Object own = columns.get();
        Object slots = work.get();
        Transposition.copy(precision, xs, first, Grid.columns(own, stride, inputs), 0, count);
        for (int point = 0; point < count; point += width) {
            code.run(own, point, stride, slots, own, inputs * stride + point, stride);
        }
        Transposition.copy(precision, Grid.columns(own, inputs * stride, stride, results), 0, all, first, count);
    }
}
