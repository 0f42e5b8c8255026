package crosscountry.corpus;

import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Shape;
import crosscountry.graph.Tensor;
import crosscountry.task.Nearest;
import crosscountry.trace.TensorTrace;
import crosscountry.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numerical functions of many fields as ordinary Java, for training and testing what should do well on functions it has
 * not seen. The test functions are listed in {@code test.txt}, made once by this rule: all functions of the fields near
 * a task of the paper (Attention, EulerFluxes, FreeEnergies, OptionPrices, RobotArms), and of every other field, sorted
 * by name, the third, eighth and thirteenth. A function added later is for training. Lengths and logarithms to base 10
 * are written out: hypot and log10 became primitives later, and stored orders and results are those of the graphs as
 * they were.
 */
public final class Corpus {
    /** The prefix of a name wherever a graph is named: {@code corpus/lorenzStep}. */
    public static final String PREFIX = "corpus/";

    private static final List<Class<?>> FIELDS = List.of(
            Astronomy.class,
            Attention.class,
            ChemicalKinetics.class,
            Circuits.class,
            Colours.class,
            Control.class,
            DynamicalSystems.class,
            EulerFluxes.class,
            Finance.class,
            FreeEnergies.class,
            Functions.class,
            Geometry.class,
            Layers.class,
            LeastSquares.class,
            Mechanics.class,
            OptionPrices.class,
            Optics.class,
            RobotArms.class,
            Statistics.class,
            Thermodynamics.class,
            VariationalProblems.class);

    private static final Map<String, Method> METHODS = methods();
    private static final Set<String> TEST = listed();

    private Corpus() {}

    private static Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        for (Class<?> field : FIELDS) {
            Arrays.stream(field.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Sample.class))
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(method -> {
                        if (methods.put(method.getName(), method) != null) {
                            throw new IllegalStateException(
                                    "two functions of the corpus are called " + method.getName());
                        }
                    });
        }
        return Collections.unmodifiableMap(methods);
    }

    private static Set<String> listed() {
        try (InputStream in = Corpus.class.getResourceAsStream("test.txt")) {
            return Set.copyOf(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All functions, field by field. */
    public static List<String> names() {
        return List.copyOf(METHODS.keySet());
    }

    /** The functions to learn from. */
    public static List<String> train() {
        return METHODS.keySet().stream().filter(name -> !TEST.contains(name)).toList();
    }

    /** The functions to measure on, and never to learn from. */
    public static List<String> test() {
        return METHODS.keySet().stream().filter(TEST::contains).toList();
    }

    /** The field that a function belongs to, for instance Optics. */
    public static String field(String name) {
        return method(name).getDeclaringClass().getSimpleName();
    }

    /**
     * The traced graph of a function, which is called {@code corpus/NAME}; NAME may be given with or without
     * {@code corpus/}.
     */
    public static Graph graph(String name) {
        Method method = method(name);
        Sample sample = method.getAnnotation(Sample.class);
        Graph graph = sample.shapes().length > 0
                ? TensorTrace.of(
                        method,
                        Arrays.stream(sample.shapes()).map(Corpus::shape).toArray(Shape[]::new))
                : Trace.method(method, sample.sizes()).at(sample.value());
        return graph.named(PREFIX + method.getName());
    }

    private static Method method(String name) {
        Method method = METHODS.get(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
        if (method == null) {
            throw new GraphException(
                    "the corpus has no function \"" + name + "\"" + Nearest.hint(name, METHODS.keySet()));
        }
        return method;
    }

    private static Shape shape(String text) {
        return text.isEmpty()
                ? Shape.SCALAR
                : Shape.of(Arrays.stream(text.split("x"))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    /**
     * A typical point, at which everything is finite: one value for each input. Tensors are filled with numbers between
     * 0.2 and 0.9.
     */
    public static List<Tensor> point(String name) {
        Sample sample = method(name).getAnnotation(Sample.class);
        List<Tensor> values = new ArrayList<>();
        int count = 0;
        for (String shape : sample.shapes()) {
            double[] data = new double[shape(shape).size()];
            for (int k = 0; k < data.length; k++) {
                data[k] = 0.55 + 0.35 * Math.sin(1 + 2.3 * count++);
            }
            values.add(new Tensor(shape(shape), data));
        }
        Arrays.stream(sample.value()).forEach(x -> values.add(Tensor.scalar(x)));
        return values;
    }

    /**
     * Calls a function of doubles with one number for each input and returns its outputs, flattened. Functions of
     * tensors cannot be called.
     */
    public static double[] call(String name, double... inputs) {
        Method method = method(name);
        Sample sample = method.getAnnotation(Sample.class);
        if (sample.shapes().length > 0) {
            throw new GraphException(name + " is a function of tensors; it can be traced, not called");
        }
        List<Object> arguments = new ArrayList<>();
        int at = 0;
        int size = 0;
        for (Class<?> type : method.getParameterTypes()) {
            if (type == double.class) {
                arguments.add(inputs[at++]);
            } else if (type == double[].class) {
                int length = sample.sizes()[size++];
                arguments.add(Arrays.copyOfRange(inputs, at, at += length));
            } else {
                double[][] rows = new double[sample.sizes()[size++]][];
                int width = sample.sizes()[size++];
                for (int row = 0; row < rows.length; row++) {
                    rows[row] = Arrays.copyOfRange(inputs, at, at += width);
                }
                arguments.add(rows);
            }
        }
        try {
            Object result = method.invoke(null, arguments.toArray());
            return result instanceof double[] array ? array : new double[] {(Double) result};
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " fails", e.getCause());
        }
    }
}
