package crosscountry.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobians;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and derivatives of {@link EverydayJava} are those of its methods, at points on several paths. */
class EverydayJavaTest {
    private static final double[][] POINTS = {{2, 3}, {0.5, 2}, {1.25, 0.75}, {2, 1.7}};

    static Stream<String> functions() {
        return Arrays.stream(EverydayJava.class.getDeclaredMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()) && !m.isSynthetic() && m.getParameterCount() == 2)
                .map(Method::getName)
                .sorted(Comparator.naturalOrder());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theGraphIsTheMethodOnEveryPath(String name) throws Exception {
        Method method = EverydayJava.class.getDeclaredMethod(name, double.class, double.class);
        Graph graph = Trace.method(method).at(POINTS[0]);
        for (double[] point : POINTS) {
            Graph path = graph.origin().orElseThrow().at(point);
            assertTrue(
                    path.broken(point).isEmpty(), () -> path.broken(point).get().text(path));
            double[] value = call(method, point);
            var jacobian = Jacobians.of(path).at(point);
            assertArrayEquals(value, jacobian.outputs(), 1e-14 * (1 + Math.abs(value[0])));
            for (int k = 0; k < 2; k++) {
                double h = 1e-6;
                double[] up = point.clone();
                double[] down = point.clone();
                up[k] += h;
                down[k] -= h;
                if (path.broken(up).isPresent() || path.broken(down).isPresent()) {
                    continue; // the point is at a kink
                }
                double[] above = call(method, up);
                double[] below = call(method, down);
                for (int row = 0; row < value.length; row++) {
                    double difference = (above[row] - below[row]) / (2 * h);
                    assertEquals(
                            difference,
                            jacobian.matrix()[row][k],
                            1e-5 * (1 + Math.abs(difference)),
                            name + " output " + row + " input " + k);
                }
            }
        }
    }

    private static double[] call(Method method, double[] point) throws ReflectiveOperationException {
        method.setAccessible(true);
        return Results.real(method.getName(), method.invoke(null, point[0], point[1]));
    }
}
