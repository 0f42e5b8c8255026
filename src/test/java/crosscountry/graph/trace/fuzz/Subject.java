package crosscountry.graph.trace.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** A program's compiled method, which can be called with numbers. */
record Subject(Program program, Method method) {
    static Subject of(Program program, Workshop.Loader loader) {
        try {
            Class<?> type = loader.loadClass("fuzz." + program.className());
            Method method = Arrays.stream(type.getDeclaredMethods()).filter(m -> m.getName().equals("f") && !m.isSynthetic()).findFirst().orElseThrow();
            method.setAccessible(true);
            return new Subject(program, method);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its results, or null where it throws. */
    double[] call(double[] point) {
        try {
            return switch (program.form()) {
                case SCALARS -> new double[] {(double) method.invoke(null, Arrays.stream(point).boxed().toArray())};
                case ARRAY -> (double[]) method.invoke(null, (Object) point.clone());
                case ARRAY_AND_COUNT -> (double[]) method.invoke(null, point.clone(), Program.COUNT);
                case MATRIX -> (double[]) method.invoke(null, (Object) new double[][] {point.clone()});
                case RECORD -> (double[]) method.invoke(null, record(method.getParameterTypes()[0], point));
            };
        } catch (InvocationTargetException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object record(Class<?> type, double[] point) throws IllegalAccessException, InvocationTargetException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(Arrays.stream(point).boxed().toArray());
        } catch (InstantiationException e) {
            throw new IllegalStateException(e);
        }
    }
}
