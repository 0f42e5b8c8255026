package crosscountry.trace;

import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.*;
import java.util.stream.*;

/** Functions as users write them: every static method on doubles is traced by {@link EverydayJavaTest}. */
final class EverydayJava {
    private EverydayJava() {}

    // ---- collections and identity ----

    static double arrayFilledAfterItIsAddedToAList(double x, double y) {
        List<double[]> rows = new ArrayList<>();
        double[] row = new double[2];
        rows.add(row);
        row[0] = x;
        row[1] = y;
        return rows.get(0)[0] * rows.get(0)[1];
    }

    static double containsComparesNumbers(double x, double y) {
        List<Double> known = List.of(x, y);
        return known.contains(2.0) ? x * x : 5 * y;
    }

    static double maximumOfAList(double x, double y) {
        return Collections.max(List.of(x, y, 0.5)) * x;
    }

    static double sortedByTheirNumbers(double x, double y) {
        List<Double> list = new ArrayList<>(List.of(3 * x, y, x * y));
        Collections.sort(list);
        list.sort(Comparator.reverseOrder());
        return list.get(0) - 2 * list.get(1) + 3 * list.get(2);
    }

    static double arraySorted(double x, double y) {
        double[] a = {y, x, x * y, 0.1};
        Arrays.sort(a);
        return a[0] + 2 * a[1] + 3 * a[2] + 4 * a[3];
    }

    static double linkedLists(double x, double y) {
        LinkedList<Double> list = new LinkedList<>();
        list.add(x);
        list.addFirst(y);
        list.add(1, x * y);
        ListIterator<Double> it = list.listIterator();
        while (it.hasNext()) {
            it.set(it.next() * 2);
        }
        double sum = 0;
        for (double v : list) {
            sum = sum * 3 + v;
        }
        return sum + list.removeLast();
    }

    static double maps(double x, double y) {
        Map<String, Double> map = new HashMap<>();
        map.put("a", x);
        map.merge("a", y, Double::sum);
        map.computeIfAbsent("b", k -> x * y);
        Map<Integer, Double> tree = new TreeMap<>();
        for (int k = 3; k > 0; k--) {
            tree.put(k, k * x);
        }
        double sum = 0;
        for (Map.Entry<Integer, Double> e : tree.entrySet()) {
            sum = sum * e.getKey() + e.getValue();
        }
        return sum + map.get("a") * map.get("b") + new ConcurrentHashMap<>(map).get("a");
    }

    enum Kind {
        SIN(Math::sin),
        SQUARE(v -> v * v),
        CUBE(v -> v * v * v);

        final DoubleUnaryOperator f;

        Kind(DoubleUnaryOperator f) {
            this.f = f;
        }
    }

    static double enumsWithLambdas(double x, double y) {
        double sum = 0;
        for (Kind kind : Kind.values()) {
            sum += kind.f.applyAsDouble(x) * (kind.ordinal() + 1);
        }
        return sum + Kind.valueOf("SQUARE").f.applyAsDouble(y);
    }

    static double enumSwitch(double x, double y) {
        double sum = 0;
        for (Kind kind : EnumSet.allOf(Kind.class)) {
            sum += switch (kind) {
                case SIN -> x;
                case SQUARE -> y * y;
                case CUBE -> x * y;
            };
        }
        Map<Kind, Double> map = new EnumMap<>(Kind.class);
        map.put(Kind.CUBE, x);
        return sum * map.get(Kind.CUBE);
    }

    static double queues(double x, double y) {
        Deque<Double> deque = new ArrayDeque<>(List.of(x, y));
        deque.push(x * y);
        PriorityQueue<Double> queue = new PriorityQueue<>(deque);
        return queue.poll() * 2 + queue.poll() * 3 + deque.pollLast();
    }

    // ---- streams ----

    static double streamSum(double x, double y) {
        return DoubleStream.of(x, y, x * y).map(v -> v * v).sum();
    }

    static double streams(double x, double y) {
        double[] a = {x, y, 3};
        return Arrays.stream(a).filter(v -> v > 1).average().orElse(0)
                + IntStream.range(0, 3).mapToDouble(i -> a[i] * i).sum()
                + Stream.of(x, y).map(v -> v * 2).reduce(1.0, (p, q) -> p * q)
                + Arrays.stream(a).boxed().collect(Collectors.toList()).get(1)
                + Arrays.stream(a).max().getAsDouble();
    }

    static double collectors(double x, double y) {
        return Stream.of(x, y, x * y).collect(Collectors.summingDouble(v -> v * x))
                + Stream.of("a", "bb", "cc")
                                .collect(Collectors.groupingBy(String::length, Collectors.counting()))
                                .get(2)
                        * y
                + Stream.of(x, y).sorted().toList().get(0);
    }

    static double iterated(double x, double y) {
        return DoubleStream.iterate(x, v -> v * y).limit(4).sum()
                + Stream.iterate(x, v -> v + y).skip(2).findFirst().orElseThrow();
    }

    // ---- branches ----

    static double branch(double x, double y) {
        return x > 1 ? x * x : 3 * x;
    }

    static double loopThatEndsOnAValue(double x, double y) {
        double root = x;
        while (Math.abs(root * root - x) > 1e-9) {
            root = 0.5 * (root + x / root);
        }
        return root * y;
    }

    static double tableLookUp(double x, double y) {
        double[] table = {1, 4, 9, 16};
        int k = (int) x;
        double t = x - k;
        return table[k] * (1 - t) + table[k + 1] * t + Math.round(y);
    }

    static double remainder(double x, double y) {
        return x % 0.7 * y;
    }

    static double longCast(double x, double y) {
        long n = (long) (10 * y);
        return x * n + (x + 0.2 - Math.floor(x + 0.2));
    }

    static double compares(double x, double y) {
        double sum = Double.compare(x, y) < 0 ? x : y;
        sum += Double.isNaN(x) ? 1 : x;
        sum += Double.valueOf(x).equals(y) ? 1 : 2 * y;
        sum += Double.valueOf(x).compareTo(y) > 0 ? x : x * y;
        return sum + (Double.isFinite(x) ? x : 0) + Math.max(x, y) + Math.copySign(x, -y);
    }

    // ---- objects ----

    static class Base {
        double v;

        Base(double v) {
            this.v = v;
        }

        double f() {
            return v * 2;
        }

        double call() {
            return f();
        }
    }

    static class Derived extends Base {
        double v;

        Derived(double v, double own) {
            super(v);
            this.v = own;
        }

        @Override
        double f() {
            return super.f() + v;
        }
    }

    static double hiddenFields(double x, double y) {
        Derived d = new Derived(x, y);
        Base b = d;
        return d.v * 3 + b.v + d.call();
    }

    static double boxes(double x, double y) {
        Object flag = true;
        Object letter = 'c';
        Double a = x;
        Double b = x;
        double sum = flag instanceof Boolean ? x : y;
        sum += flag instanceof Integer ? 100 : y;
        sum += letter instanceof Character c && c == 'c' ? x * y : 0;
        sum += a == b ? 100 : 1;
        Number n = y;
        return sum + n.doubleValue() * n.intValue() + (a.equals(b) ? x : 0);
    }

    interface Shape {
        double area();

        default double twice() {
            return 2 * area();
        }
    }

    record Circle(double r) implements Shape {
        Circle {
            r = Math.abs(r);
        }

        @Override
        public double area() {
            return Math.PI * r * r;
        }
    }

    record Square(double side) implements Shape {
        @Override
        public double area() {
            return side * side;
        }

        @Override
        public double twice() {
            return 3 * area();
        }
    }

    static double records(double x, double y) {
        List<Shape> shapes = List.of(new Circle(-x), new Square(y), new Shape() {
            @Override
            public double area() {
                return x * y;
            }
        });
        double sum = 0;
        for (Shape shape : shapes) {
            sum += shape.twice();
            if (shape instanceof Square square) {
                sum += square.side();
            }
        }
        return sum + (new Square(x).equals(new Square(y)) ? 1 : 2);
    }

    static double exceptions(double x, double y) {
        double sum = 0;
        try {
            sum += x;
            if (x > 0) {
                throw new IllegalArgumentException("x is " + x);
            }
        } catch (IllegalArgumentException e) {
            sum += y;
            Throwable wrapped = new RuntimeException(e);
            sum += wrapped.getCause() == e ? x * y : 0;
        } finally {
            sum *= 2;
        }
        try {
            Object o = "text";
            sum += ((Integer) o);
        } catch (ClassCastException e) {
            sum += x;
        }
        return sum;
    }

    static double text(double x, double y) {
        StringBuilder log = new StringBuilder();
        log.append("x=").append(x).append(", y=").append(y);
        String all = "values: " + log + String.format(" %.3f", x);
        System.getProperty("java.version");
        return all == null ? 0 : x * y + "abc".length();
    }

    static double builders(double x, double y) {
        StringBuilder b = new StringBuilder();
        for (int k = 0; k < 3; k++) {
            b.append(k).append(',');
        }
        b.setLength(b.length() - 1);
        java.io.StringWriter writer = new java.io.StringWriter();
        new java.io.PrintWriter(writer, true).printf("%d", b.length());
        String joined = Stream.of(x, y).map(v -> "v" + v).collect(Collectors.joining(", "));
        return joined == null
                ? 0
                : b.length() * x
                        + b.toString().split(",").length * y
                        + writer.toString().length();
    }

    static double generics(double x, double y) {
        Function<Double, Double> f = v -> v * x;
        BiFunction<Double, Double, Double> g = Math::max;
        Supplier<double[]> s = () -> new double[] {x, y};
        UnaryOperator<Double> h = v -> v + 1;
        ToDoubleFunction<double[]> norm = a -> Math.sqrt(a[0] * a[0] + a[1] * a[1]);
        return f.andThen(h).apply(y)
                + g.apply(x, y)
                + norm.applyAsDouble(s.get())
                + Optional.of(x).map(f).orElse(0.0);
    }

    static int counter;
    static final double[] TABLE = new double[4];
    static final List<Double> LIST = List.of(1.0, 2.0, 3.0);
    static final Map<String, Double> MAP = Map.of("a", 2.0);
    static final DoubleUnaryOperator CUBE = v -> v * v * v;
    static final DoubleUnaryOperator HALF = v -> v / 2;

    static {
        for (int k = 0; k < TABLE.length; k++) {
            TABLE[k] = k * k;
        }
    }

    static double statics(double x, double y) {
        return TABLE[2] * x + LIST.get(1) * y + MAP.get("a") * x * y + CUBE.applyAsDouble(x) + HALF.applyAsDouble(y);
    }

    static double arrays(double x, double y) {
        double[][] m = new double[2][2];
        m[1] = m[0];
        m[0][1] = x;
        double[] copy = m[1].clone();
        m[1][0] = y;
        int k = 0;
        copy[k++] += x * k;
        Arrays.fill(m[0], 0, 1, x * y);
        System.arraycopy(copy, 0, copy, 1, 1);
        double[] grown = Arrays.copyOf(copy, 4);
        return m[0][0]
                + 2 * m[1][1]
                + 3 * copy[0]
                + 4 * copy[1]
                + grown[3]
                + (Arrays.equals(copy, grown) ? 1 : 2) * Arrays.asList(x, y).indexOf(y);
    }

    static double counters(double x, double y) {
        AtomicInteger n = new AtomicInteger();
        IntStream.range(0, 5).forEach(i -> n.addAndGet(i));
        java.util.concurrent.atomic.AtomicReference<Double> last = new java.util.concurrent.atomic.AtomicReference<>(y);
        last.updateAndGet(v -> v * x);
        java.util.concurrent.atomic.AtomicBoolean flag = new java.util.concurrent.atomic.AtomicBoolean();
        n.addAndGet(flag.compareAndSet(false, true) && flag.get() ? 1 : 2);
        n.addAndGet((int) (0 * last.get()));
        int[] seen = {1, 2, 3};
        long h = 1;
        for (int s : seen) {
            h = 31 * h + s;
        }
        return x * n.get() + last.get() + y * (h % 7) + (byte) 300 * x + (char) 66 * y + (5 / 2) * x + (-5 >>> 28) * y;
    }

    static double innerClasses(double x, double y) {
        class Adder {
            final double by = y;

            double to(double v) {
                return v + by + x;
            }
        }
        Runnable[] nothing = {() -> {}};
        nothing[0].run();
        return new Adder().to(x * y);
    }

    static double lambdasThatCaptureArrays(double x, double y) {
        double[] a = {0};
        DoubleConsumer add = v -> a[0] += v * v;
        add.andThen(v -> a[0] *= y).accept(x);
        return a[0];
    }

    static double bits(double x, double y) {
        long b = Double.doubleToLongBits(x);
        return b >= 0 ? x * y + Math.getExponent(x) : y;
    }

    static double switches(double x, double y) {
        String s = x > y ? "more" : "less";
        double v = switch (s) {
            case "more" -> x;
            case "less" -> {
                double t = y * 2;
                yield t;
            }
            default -> 0;
        };
        Object o = x > 0 ? (Object) "t" : (Object) 1;
        return v + (o instanceof String t ? t.length() * x : 0);
    }

    static double[] severalOutputs(double x, double y) {
        return new double[] {x * y, x, 3, Math.hypot(x, y)};
    }
}
