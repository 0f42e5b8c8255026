package crosscountry.jacobian;

import java.lang.reflect.Method;

/** Vector registers, where the JVM was started with {@code --add-modules jdk.incubator.vector}. */
final class Vectors {
    private static final String MODULE = "jdk.incubator.vector";

    /** What generated classes implement: one register of points; arrays are of the type that the class is made for. */
    interface Code {
        void run(Object x, int from, int fromStride, Object work, Object result, int to, int toStride);
    }

    private Vectors() {}

    /** Lanes of the widest register of this machine; 1 where the module is missing. */
    static int lanes(Kind kind) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return 1;
        }
        try {
            Class<?> vector = Class.forName(MODULE + (kind == Kind.FLOAT64 ? ".DoubleVector" : ".FloatVector"));
            Object species = vector.getField("SPECIES_PREFERRED").get(null);
            Method length = Class.forName(MODULE + ".VectorSpecies").getMethod("length");
            return (Integer) length.invoke(species);
        } catch (ReflectiveOperationException | LinkageError e) {
            return 1;
        }
    }
}
