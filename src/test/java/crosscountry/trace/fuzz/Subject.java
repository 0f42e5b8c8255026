package crosscountry.trace.fuzz;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A program's compiled method, which can be called with numbers.
 *
 * @param methods gives the method: always the same, or one with static state as new
 */
record Subject(Program program, Supplier<Method> methods) {
    static Subject of(Program program, Workshop.Loader loader) {
        Method method = load(program, loader);
        return new Subject(program, () -> method);
    }

    /** Each call finds static state as it is at first. */
    static Subject anew(Program program, Workshop.Output output) {
        return new Subject(program, () -> load(program, output.load()));
    }

    Method method() {
        return methods.get();
    }

    private static Method load(Program program, Workshop.Loader loader) {
        try {
            Class<?> type = loader.loadClass("fuzz." + program.className());
            Method method = Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> m.getName().equals("f") && !m.isSynthetic())
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            return method;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its results, or null where it throws. */
    double[] call(double[] point) {
        Method method = methods.get();
        try {
            return switch (program.form()) {
                case SCALARS ->
                    new double[] {
                        (double)
                                method.invoke(null, Arrays.stream(point).boxed().toArray())
                    };
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

    private static Object record(Class<?> type, double[] point)
            throws IllegalAccessException, InvocationTargetException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(Arrays.stream(point).boxed().toArray());
        } catch (InstantiationException e) {
            throw new IllegalStateException(e);
        }
    }
}
