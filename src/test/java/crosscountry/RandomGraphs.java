package crosscountry;

import crosscountry.graph.Graph;
import crosscountry.graph.Shape;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Random functions. They are built from lists of small numbers, so that a failing one shrinks to few operations; every
 * list gives a valid graph.
 */
public final class RandomGraphs {
    private static final List<Shape> SHAPES = List.of(
            Shape.SCALAR,
            Shape.of(3),
            Shape.of(2),
            Shape.of(2, 3),
            Shape.of(3, 2),
            Shape.of(3, 3),
            Shape.of(1, 3),
            Shape.of(2, 1),
            Shape.of(1),
            Shape.of(1, 1));

    private static final List<Shape> DEEP = List.of(
            Shape.of(2, 3),
            Shape.of(3),
            Shape.of(2, 2, 3),
            Shape.of(3, 1, 2),
            Shape.of(2, 3, 2),
            Shape.of(2, 1, 2, 2),
            Shape.of(2, 2, 1, 3));

    private RandomGraphs() {}

    /** One to four scalar inputs, differentiable everywhere. */
    public static Arbitrary<Graph> scalar(int mostVertices) {
        return graphs(Arbitraries.just(Shape.SCALAR), 0, mostVertices, RandomOperations.Kind.SCALAR);
    }

    /** As {@link #scalar}, with changes of the element type between the other operations. */
    public static Arbitrary<Graph> scalarWithCopies(int mostVertices) {
        return graphs(Arbitraries.just(Shape.SCALAR), 0, mostVertices, RandomOperations.Kind.SCALAR_COPIES);
    }

    /** Inputs of rank 0 to 2, differentiable everywhere. */
    public static Arbitrary<Graph> smooth(int mostVertices) {
        return graphs(Arbitraries.of(SHAPES), 2, mostVertices, RandomOperations.Kind.SMOOTH);
    }

    /** Inputs of rank 0 to 2, all primitives. */
    public static Arbitrary<Graph> any(int mostVertices) {
        return graphs(Arbitraries.of(SHAPES), 2, mostVertices, RandomOperations.Kind.ANY);
    }

    /** Values of rank 0 to 4, products along batches among them, differentiable everywhere. */
    public static Arbitrary<Graph> deep(int mostVertices) {
        return graphs(Arbitraries.of(DEEP), 4, mostVertices, RandomOperations.Kind.SMOOTH);
    }

    private static Arbitrary<Graph> graphs(
            Arbitrary<Shape> shapes, int mostRank, int mostVertices, RandomOperations.Kind kind) {
        Arbitrary<RandomOperations.Choice> choice = Combinators.combine(
                        Arbitraries.integers().between(0, 999),
                                Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99),
                                Arbitraries.integers().between(0, 99))
                .as(RandomOperations.Choice::new);
        return Combinators.combine(
                        shapes.list().ofMinSize(1).ofMaxSize(4),
                        choice.list()
                                .ofMinSize(1)
                                .ofMaxSize(mostVertices)
                                .withSizeDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 99).list().ofMaxSize(3))
                .as((inputs, choices, outputs) -> RandomOperations.build(kind, mostRank, inputs, choices, outputs))
                .withoutEdgeCases();
    }
}
