package crosscountry.corpus;

import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import crosscountry.trace.TensorTrace;
import crosscountry.trace.Var;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random functions in which scalars, vectors and small matrices meet, as in codes for fluids and mechanics: expressions
 * on sliced components, vectors put together again, scalings by the sum of a vector, outer products, sums of rows and
 * columns. {@link RandomTensorProgram} has the habits of network layers instead. Everything that is computed is read
 * later or is an output. The same seed gives the same function.
 */
public final class RandomMixedProgram {
    private static final int RECENT = 6;

    private final SplittableRandom random;
    private final int size;
    /** Scalars, vectors, matrices. */
    private final List<List<Var>> values = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    private final Set<Var> unread = Collections.newSetFromMap(new IdentityHashMap<>());
    private int operations;

    private RandomMixedProgram(SplittableRandom random, int size) {
        this.random = random;
        this.size = size;
    }

    /** A function of scalars, vectors and sometimes a square matrix, with about this many operations. */
    public static Graph of(long seed, int operations) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + random.nextInt(3);
        List<Shape> shapes = new ArrayList<>();
        IntStream.range(0, 1 + random.nextInt(4)).forEach(k -> shapes.add(Shape.SCALAR));
        IntStream.range(0, 1 + random.nextInt(3)).forEach(k -> shapes.add(Shape.of(size)));
        IntStream.range(0, random.nextInt(2)).forEach(k -> shapes.add(Shape.of(size, size)));
        return TensorTrace.of(
                "random/mixed-" + seed, shapes, x -> new RandomMixedProgram(random, size).run(x, operations));
    }

    private List<Var> run(Var[] inputs, int most) {
        for (Var input : inputs) {
            put(input);
        }
        int[] chosen = random.ints(3 + random.nextInt(4), 0, 9).toArray();
        while (operations < most) {
            statement(chosen[random.nextInt(chosen.length)]);
        }
        return outputs();
    }

    /** A few of the values that nothing has read; the others are summed up. */
    private List<Var> outputs() {
        List<Var> left = values.stream()
                .flatMap(List::stream)
                .filter(unread::contains)
                .collect(Collectors.toCollection(ArrayList::new));
        int most = 1 + random.nextInt(6);
        while (left.size() > most) {
            Var one = left.remove(random.nextInt(left.size()));
            Var other = left.remove(random.nextInt(left.size()));
            left.add(
                    one.rank() == other.rank() || random.nextBoolean()
                            ? binary(one, other)
                            : one.rank() > other.rank()
                                    ? one.sum(0).times(other)
                                    : other.sum(0).times(one));
        }
        return left.isEmpty() ? List.of(pick(1)) : left;
    }

    private void put(Var value) {
        values.get(value.rank()).add(value);
        unread.add(value);
    }

    /** A value of this rank, most often a recent one; made from others where there is none. */
    private Var pick(int rank) {
        List<Var> all = values.get(rank);
        if (all.isEmpty()) {
            operations++;
            return rank == 2 ? outer(pick(1), pick(1)) : pick(1).sum();
        }
        List<Var> waiting = all.stream().filter(unread::contains).toList();
        Var value = !waiting.isEmpty() && random.nextInt(3) == 0
                ? waiting.get(random.nextInt(waiting.size()))
                : all.get(
                        random.nextInt(5) == 0
                                ? random.nextInt(all.size())
                                : all.size() - 1 - random.nextInt(Math.min(RECENT, all.size())));
        unread.remove(value);
        return value;
    }

    private void statement(int kind) {
        operations++;
        switch (kind) {
            case 0 -> put(expression(0, 3));
            case 1 -> put(expression(1, 2));
            case 2 -> put(expression(2, 1));
            case 3 ->
                put(pick(1).times(random.nextBoolean() ? pick(1) : pick(0)).sum());
            case 4 -> put(outer(pick(1), pick(1)));
            case 5 -> put(random.nextBoolean() ? pick(2).dot(pick(1)) : pick(2).sum(random.nextInt(2)));
            case 6 -> components();
            case 7 -> {
                Var x = pick(1);
                put(
                        random.nextBoolean()
                                ? x.over(x.square().sum().sqrt())
                                : x.times(pick(0)).plus(pick(1)));
                operations += 2;
            }
            default -> {
                Var x = pick(2);
                put(x.times(random.nextBoolean() ? pick(1) : pick(1).expand(1)));
                operations++;
            }
        }
    }

    /** Takes two vectors apart, computes with their components, puts them together. */
    private void components() {
        Var x = pick(1);
        Var y = pick(1);
        Var[] parts = new Var[size];
        for (int k = 0; k < size; k++) {
            put(x.get(k));
            put(binary(y.get((k + 1) % size), pick(0)));
            Var part = expression(0, 2);
            put(part);
            parts[k] = part.reshape(1);
            operations += 4;
        }
        put(Var.concat(0, parts));
        operations++;
    }

    private Var outer(Var x, Var y) {
        operations += 2;
        return x.expand(1).times(y);
    }

    private Var expression(int rank, int depth) {
        if (depth == 0) {
            return pick(rank);
        }
        return random.nextInt(3) == 0
                ? unary(expression(rank, depth - 1))
                : binary(
                        expression(rank, depth - 1),
                        expression(random.nextInt(4) == 0 ? 0 : rank, random.nextInt(depth)));
    }

    private Var unary(Var x) {
        operations++;
        return switch (random.nextInt(9)) {
            case 0 -> x.sin();
            case 1 -> x.exp();
            case 2 -> x.sqrt();
            case 3 -> x.pow(2);
            case 4 -> x.tanh();
            case 5 -> x.neg();
            case 6 -> x.atan();
            case 7 -> Var.of(1).over(x);
            default -> x.times(0.25 * (1 + random.nextInt(12)));
        };
    }

    private Var binary(Var x, Var y) {
        operations++;
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> x.times(y);
            case 4, 5, 6 -> x.plus(y);
            case 7, 8 -> x.minus(y);
            default -> x.over(y);
        };
    }
}
