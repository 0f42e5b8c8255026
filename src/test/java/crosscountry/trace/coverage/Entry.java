package crosscountry.trace.coverage;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.PrimalValues;
import crosscountry.jacobian.Jacobians;
import crosscountry.trace.Trace;
import crosscountry.trace.fuzz.Differences;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** One method of the coverage list. */
record Entry(Method method, double[] point) {
    private static final List<Class<?>> LIBRARIES = List.of(
            HipparchusMethods.class,
            CommonsMathMethods.class,
            NumbersMethods.class,
            MatrixMethods.class,
            GeometryMethods.class,
            JdkMethods.class,
            UserMethods.class);

    /** What became of it. */
    sealed interface Result {
        /**
         * @param vertices of the graph
         * @param error the worst of the derivatives that differences know, relative to 1 or the derivative if that is
         *     more
         * @param known how many those are
         */
        record Right(int vertices, double error, int known) implements Result {}

        record Refused(String sentence) implements Result {}

        record Wrong(String detail) implements Result {}
    }

    /** All, library by library, by name. */
    static List<Entry> all() {
        return LIBRARIES.stream()
                .flatMap(library -> Stream.of(library.getDeclaredMethods())
                        .filter(m -> m.isAnnotationPresent(At.class))
                        .sorted(Comparator.comparing(Method::getName))
                        .map(m -> new Entry(m, m.getAnnotation(At.class).value())))
                .toList();
    }

    String library() {
        return method.getDeclaringClass().getSimpleName().replace("Methods", "");
    }

    String name() {
        return library() + "." + method.getName();
    }

    double[] call(double[] x) {
        try {
            method.setAccessible(true);
            return (double[]) method.invoke(null, (Object) x.clone());
        } catch (InvocationTargetException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    Differences[] differences() {
        Differences[] all = new Differences[point.length];
        for (int j = 0; j < point.length; j++) {
            all[j] = Differences.of(this::call, point, j);
        }
        return all;
    }

    Result result() {
        Graph graph;
        try {
            graph = Trace.method(method, point.length).at(point);
        } catch (GraphException e) {
            return new Result.Refused(e.getMessage());
        } catch (Throwable e) {
            return new Result.Wrong("internal error " + e + " at "
                    + Arrays.stream(e.getStackTrace()).limit(3).toList());
        }
        double[] value = call(point);
        double[] own = PrimalValues.of(graph, graph.point(point)).outputs().stream()
                .flatMapToDouble(t -> Arrays.stream(t.data()))
                .toArray();
        for (int i = 0; i < value.length; i++) {
            if (!(Math.abs(own[i] - value[i]) <= 1e-11 * (1 + Math.abs(value[i])))) {
                return new Result.Wrong("value " + i + ": method " + value[i] + ", graph " + own[i]);
            }
        }
        return compare(graph, value.length);
    }

    private Result compare(Graph graph, int rows) {
        double[][] matrix = Jacobians.of(graph).at(point).matrix();
        Differences[] differences = differences();
        double worst = 0;
        int known = 0;
        for (int j = 0; j < point.length; j++) {
            for (int i = 0; i < rows; i++) {
                OptionalDouble wanted = differences[j].derivative(i);
                if (wanted.isPresent()) {
                    double error = Math.abs(matrix[i][j] - wanted.getAsDouble());
                    if (!(error <= differences[j].tolerance(i))) {
                        return new Result.Wrong("derivative of output " + i + " by input " + j + ": differences "
                                + wanted.getAsDouble() + ", graph " + matrix[i][j]);
                    }
                    worst = Math.max(worst, error / Math.max(1, Math.abs(wanted.getAsDouble())));
                    known++;
                }
            }
        }
        return new Result.Right(graph.vertices().size(), worst, known);
    }
}
