package crosscountry.jacobian.code;

import java.lang.reflect.Method;

/** Vector registers, where the JVM was started with {@code --add-modules jdk.incubator.vector}. */
public final class Vectors {
    private static final String MODULE = "jdk.incubator.vector";

    /** Registers that a tape takes at once. */
    public static final int TAPE_REGISTERS = TapeKernels.REGISTERS;

    private Vectors() {}

    /** Lanes of the widest register of this machine; 1 where the module is missing. */
    public static int lanes(Precision precision) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return 1;
        }
        try {
            Class<?> vector =
                    Class.forName(MODULE + (precision == Precision.FLOAT64 ? ".DoubleVector" : ".FloatVector"));
            Object species = vector.getField("SPECIES_PREFERRED").get(null);
            Method length = Class.forName(MODULE + ".VectorSpecies").getMethod("length");
            return (Integer) length.invoke(species);
        } catch (ReflectiveOperationException | LinkageError e) {
            return 1;
        }
    }
}
