package crosscountry.jacobian.code;

import crosscountry.jacobian.program.Program;
import java.util.function.Supplier;

/**
 * A program that computes several points at once, in vector registers.
 *
 * @param width how many points at once
 * @param work makes the array that {@code code} computes in; each thread needs one of its own
 */
public record VectorProgram(Code code, int width, Supplier<Object> work) {
    /** What generated classes implement: one row of points; arrays are of the type that the class is made for. */
    public interface Code {
        void run(Object x, int from, int fromStride, Object work, Object result, int to, int toStride);
    }

    /** Code of the program's own, one register of points at once. */
    public static VectorProgram generated(Program program, Precision precision) {
        int lanes = Vectors.lanes(precision);
        VectorClass generated = VectorClass.of(program, precision, lanes);
        Code code = (Code) GeneratedClass.instance(generated.bytes());
        return new VectorProgram(code, lanes, () -> precision.newArray(generated.slots() * lanes));
    }

    /** Loops that all programs share, some registers of points at once. */
    public static VectorProgram tape(Program program, Precision precision) {
        TapeCode code = TapeCode.of(program, precision);
        return new VectorProgram(code, code.width(), () -> code.work(program, precision));
    }
}
