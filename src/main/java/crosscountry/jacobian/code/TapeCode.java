package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import java.util.Arrays;

/** A tape ready to run: one row of points at once. */
record TapeCode(Tape tape, TapeKernels.Kernels kernels, int width) implements VectorProgram.Code {
    static TapeCode of(Program program, Precision precision) {
        int width = TapeKernels.REGISTERS * Vectors.lanes(precision);
        return new TapeCode(Tape.of(program, width), TapeKernels.of(precision), width);
    }

    /** A work array with the constants in their rows. */
    Object work(Program program, Precision precision) {
        Object work = precision.newArray(tape.size());
        for (int k = 0; k < tape.constants().length; k += 2) {
            int from = tape.constants()[k];
            int node = tape.constants()[k + 1];
            double value =
                    node < 0 ? 1 : ((Program.Node.Constant) program.nodes().get(node)).value();
            if (precision == Precision.FLOAT64) {
                Arrays.fill((double[]) work, from, from + width, value);
            } else {
                Arrays.fill((float[]) work, from, from + width, (float) value);
            }
        }
        return work;
    }

    @Override
    public void run(Object x, int from, int fromStride, Object work, Object result, int to, int toStride) {
        int[] loads = tape.loads();
        for (int k = 0; k < loads.length; k += 2) {
            System.arraycopy(x, from + loads[k + 1] * fromStride, work, loads[k], width);
        }
        int[] runs = tape.runs();
        int[] code = tape.code();
        for (int k = 0; k < runs.length; k += 3) {
            if (runs[k] == Instruction.STORE) {
                for (int at = runs[k + 1]; at < runs[k + 2]; at += 2) {
                    System.arraycopy(work, code[at], result, to + code[at + 1] * toStride, width);
                }
            } else {
                kernels.run(runs[k], code, runs[k + 1], runs[k + 2], work);
            }
        }
    }
}
