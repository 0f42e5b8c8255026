package crosscountry.trace.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Streams, collections, boxes and records of the JDK. */
final class JdkMethods {
    record Asset(String name, double price, double weight) {
        double value() {
            return price * weight;
        }
    }

    private JdkMethods() {}

    @At({1.0, -2.0, 0.5})
    static double[] streamSum(double[] x) {
        return new double[] {
            Arrays.stream(x).map(t -> t * t).sum(),
            IntStream.range(0, x.length).mapToDouble(i -> i * x[i]).sum()
        };
    }

    @At({1.0, -2.0, 0.5})
    static double[] streamMaxAverage(double[] x) {
        return new double[] {
            Arrays.stream(x).max().getAsDouble(),
            DoubleStream.of(x).average().orElse(0),
            Arrays.stream(x).filter(t -> t > 0).sum()
        };
    }

    @At({1.0, -2.0, 0.5})
    static double[] streamSortedLimit(double[] x) {
        return Arrays.stream(x).sorted().limit(2).map(Math::exp).toArray();
    }

    @At({1.0, -2.0, 0.5, 3.0})
    static double[] streamGrouping(double[] x) {
        Map<Boolean, Double> sums = Arrays.stream(x)
                .boxed()
                .collect(Collectors.groupingBy(t -> t > 0, Collectors.summingDouble(t -> t * t)));
        return new double[] {sums.get(true), sums.get(false)};
    }

    @At({1.0, 2.0, 0.5})
    static double[] streamReduceIterate(double[] x) {
        return new double[] {
            DoubleStream.of(x).reduce(1, (a, b) -> a * b),
            DoubleStream.iterate(x[0], t -> Math.sin(t) + x[1]).limit(4).sum()
        };
    }

    @At({1.0, 2.0, 0.5})
    static double[] summaryStatistics(double[] x) {
        DoubleSummaryStatistics s = Arrays.stream(x).summaryStatistics();
        return new double[] {s.getAverage(), s.getMax() - s.getMin(), s.getSum() / s.getCount()};
    }

    @At({10.0, 20.0, 0.4})
    static double[] streamOfRecords(double[] x) {
        List<Asset> assets = List.of(new Asset("a", x[0], x[2]), new Asset("b", x[1], 1 - x[2]));
        double total = assets.stream().mapToDouble(Asset::value).sum();
        return new double[] {
            total,
            assets.stream()
                            .max(Comparator.comparingDouble(Asset::value))
                            .map(Asset::price)
                            .orElse(0.0)
                    / total
        };
    }

    @At({1.0, -2.0, 0.5})
    static double[] listSort(double[] x) {
        List<Double> all = new ArrayList<>();
        for (double t : x) {
            all.add(t);
        }
        Collections.sort(all);
        return new double[] {all.get(0) * 2, all.get(1) * 3, Collections.max(all)};
    }

    @At({1.0, -2.0, 0.5})
    static double[] arraysSortAndFill(double[] x) {
        double[] copy = x.clone();
        Arrays.sort(copy);
        double[] filled = new double[2];
        Arrays.fill(filled, x[1]);
        System.arraycopy(copy, 0, filled, 0, 1);
        return new double[] {copy[0], copy[2] * filled[1], filled[0]};
    }

    @At({1.5, 0.7})
    static double[] parametersByName(double[] x) {
        Map<String, Double> parameters = new HashMap<>();
        parameters.put("mass", x[0]);
        parameters.put("speed", x[1]);
        parameters.merge("mass", 1.0, Double::sum);
        return new double[] {
            0.5 * parameters.get("mass") * parameters.get("speed") * parameters.get("speed"),
            parameters.getOrDefault("drag", 0.1) * x[1]
        };
    }

    @At({1.0, 3.0, 1.7})
    static double[] treeMapLookUp(double[] x) {
        TreeMap<Double, Double> table = new TreeMap<>();
        table.put(0.0, x[0]);
        table.put(1.0, x[1]);
        table.put(2.0, 0.5);
        Map.Entry<Double, Double> low = table.floorEntry(x[2]);
        Map.Entry<Double, Double> high = table.ceilingEntry(x[2]);
        double w = (x[2] - low.getKey()) / (high.getKey() - low.getKey());
        return new double[] {low.getValue() * (1 - w) + high.getValue() * w};
    }

    @At({3.0, 1.0, 2.0})
    static double[] priorityQueue(double[] x) {
        PriorityQueue<Double> queue = new PriorityQueue<>(Arrays.asList(x[0], x[1], x[2]));
        while (queue.size() > 1) {
            queue.add(queue.poll() + 1.5 * queue.poll());
        }
        return new double[] {queue.poll()};
    }

    @At({3.0, 1.0, 2.0})
    static double[] stackCalculator(double[] x) {
        Deque<Double> stack = new ArrayDeque<>();
        for (String word : "a b + c * a -".split(" ")) {
            switch (word) {
                case "+" -> stack.push(stack.pop() + stack.pop());
                case "*" -> stack.push(stack.pop() * stack.pop());
                case "-" -> stack.push(-stack.pop() + stack.pop());
                default -> stack.push(x[word.charAt(0) - 'a']);
            }
        }
        return new double[] {stack.pop()};
    }

    @At({0.5, 1.5})
    static double[] composedLambdas(double[] x) {
        DoubleUnaryOperator f = t -> t * x[1];
        return new double[] {
            f.andThen(Math::sin).compose(t -> t + 1).applyAsDouble(x[0]),
            Optional.of(x[0]).map(t -> t * t).filter(t -> t < 1).orElse(x[1])
        };
    }

    @At({0.5, 1.5})
    static double[] boxesAndChecks(double[] x) {
        Double a = x[0];
        if (Double.isNaN(a) || a.isInfinite() || a.equals(x[1])) {
            throw new IllegalArgumentException("bad input " + a);
        }
        return new double[] {Double.compare(a, x[1]) < 0 ? a * x[1] : 0, Double.max(x[0], x[1]), a.intValue() + x[1]};
    }

    @At({2.5, -1.5})
    static double[] mathRounding(double[] x) {
        return new double[] {
            x[0] - Math.floor(x[0]),
            Math.rint(x[1]) * x[0],
            Math.round(x[0] * 100.4) / 100.0 + x[1],
            x[0] % 1.2,
            (int) x[0] * x[1]
        };
    }

    @At({2.5, -1.5})
    static double[] mathOddments(double[] x) {
        return new double[] {
            Math.hypot(x[0], x[1]),
            Math.copySign(x[0], x[1]),
            Math.fma(x[0], x[1], 1),
            Math.toRadians(x[0]),
            Math.signum(x[1]) * x[0],
            Math.log10(x[0]),
            Math.scalb(x[0], 2)
        };
    }
}
