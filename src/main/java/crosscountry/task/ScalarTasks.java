package crosscountry.task;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.trace.Trace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tasks that are ordinary Java methods on doubles; their graphs are traced. */
final class ScalarTasks {
    private static final Map<String, Method> METHODS = methods();

    private ScalarTasks() {}

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        methods.put("RoeFlux_1d", method(RoeFlux.class, "roeFlux1d"));
        methods.put("RobotArm_6DOF", method(RobotArm.class, "robotArm6dof"));
        methods.put("HumanHeartDipole", method(HumanHeart.class, "humanHeartDipole"));
        methods.put("PropaneCombustion", method(Propane.class, "propaneCombustion"));
        methods.put("Simple", method(SmallTasks.class, "simple"));
        methods.put("Lighthouse", method(SmallTasks.class, "lighthouse"));
        methods.put("Hole", method(SmallTasks.class, "hole"));
        methods.put("CloudSchemes_step", method(SmallTasks.class, "cloudSchemesStep"));
        methods.put("BlackScholes", method(SmallTasks.class, "blackScholes"));
        return Collections.unmodifiableMap(methods);
    }

    private static Method method(Class<?> owner, String name) {
        return Trace.method(owner, name).method();
    }

    /** Names of the nine scalar tasks. */
    public static List<String> names() {
        return List.copyOf(METHODS.keySet());
    }

    /** The graph of a scalar task, traced from its Java source; throws {@link GraphException} for any other name. */
    public static Graph graph(String name) {
        return Trace.of(task(name)).named(name);
    }

    private static Method task(String name) {
        Method method = METHODS.get(name);
        if (method == null) {
            throw new GraphException("there is no scalar task " + name + "; there are " + String.join(", ", names()));
        }
        return method;
    }

    /** Calls the task's method with one number for each input; returns its outputs. */
    public static double[] call(String name, double... inputs) {
        try {
            Object result =
                    task(name).invoke(null, Arrays.stream(inputs).boxed().toArray());
            return result instanceof double[] array ? array : new double[] {(Double) result};
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
