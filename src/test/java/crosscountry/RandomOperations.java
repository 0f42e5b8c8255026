package crosscountry;

import crosscountry.graph.Graph;
import crosscountry.graph.Input;
import crosscountry.graph.Operand;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.ShapeRules;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns lists of numbers into a graph: every number chooses among what fits at its place. */
final class RandomOperations {
    enum Kind {
        SCALAR,
        SCALAR_COPIES,
        SMOOTH,
        ANY
    }

    /** Which operation, which operands, and a detail such as an axis. */
    record Choice(int operation, int first, int second, int detail) {}

    private static final List<Primitive> UNARY = List.of(
            Primitive.SIN,
            Primitive.COS,
            Primitive.NEG,
            Primitive.TANH,
            Primitive.LOGISTIC,
            Primitive.ATAN,
            Primitive.ERF,
            Primitive.ASINH,
            Primitive.SQUARE,
            Primitive.INTEGER_POW);
    private static final List<Primitive> BINARY = List.of(Primitive.MUL, Primitive.ADD, Primitive.SUB, Primitive.MUL);
    private static final List<Primitive> MOVES = List.of(
            Primitive.REDUCE_SUM,
            Primitive.DOT_GENERAL,
            Primitive.TRANSPOSE,
            Primitive.BROADCAST_IN_DIM,
            Primitive.RESHAPE,
            Primitive.SLICE,
            Primitive.CONCATENATE,
            Primitive.SQUEEZE,
            Primitive.CONVERT_ELEMENT_TYPE,
            Primitive.DOT_GENERAL);
    private static final List<Primitive> ROUGH = List.of(
            Primitive.ABS,
            Primitive.MAX,
            Primitive.MIN,
            Primitive.EQ,
            Primitive.REDUCE_MAX,
            Primitive.REDUCE_MIN,
            Primitive.STOP_GRADIENT);

    /** Entries of a value of rank 3 or more. */
    private static final int LARGEST = 24;

    private final int mostRank;
    private final List<Input> inputs = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    private RandomOperations(int mostRank) {
        this.mostRank = mostRank;
    }

    static Graph build(Kind kind, int mostRank, List<Shape> inputs, List<Choice> choices, List<Integer> outputs) {
        RandomOperations graph = new RandomOperations(mostRank);
        for (Shape shape : inputs) {
            int id = graph.inputs.size() + 1;
            graph.inputs.add(new Input(id, "x" + id, shape));
            graph.shapes.add(shape);
        }
        choices.forEach(choice -> graph.add(kind, choice));
        List<Operand> results = new ArrayList<>();
        results.add(new Operand.Ref(graph.shapes.size()));
        outputs.forEach(output -> results.add(new Operand.Ref(1 + output % graph.shapes.size())));
        return new Graph("random", graph.inputs, graph.vertices, results, Optional.empty());
    }

    private void add(Kind kind, Choice choice) {
        int groups = switch (kind) {
            case SCALAR -> 2;
            case SCALAR_COPIES, SMOOTH -> 3;
            case ANY -> 4;
        };
        int group = choice.operation() % groups;
        int which = choice.operation() / 4;
        switch (group) {
            case 0 -> binary(BINARY.get(which % BINARY.size()), choice);
            case 1 -> unary(UNARY.get(which % UNARY.size()), choice);
            case 2 ->
                move(
                        kind == Kind.SCALAR_COPIES ? Primitive.CONVERT_ELEMENT_TYPE : MOVES.get(which % MOVES.size()),
                        choice);
            default -> rough(ROUGH.get(which % ROUGH.size()), choice);
        }
    }

    private int pick(int number) {
        return 1 + number % shapes.size();
    }

    private Shape shape(int id) {
        return shapes.get(id - 1);
    }

    private void vertex(Primitive primitive, Params params, Operand... operands) {
        List<Shape> operandShapes = new ArrayList<>();
        for (Operand operand : operands) {
            operandShapes.add(operand instanceof Operand.Ref ref ? shape(ref.id()) : Shape.SCALAR);
        }
        Shape shape = ShapeRules.result(primitive, params, operandShapes);
        int number = vertices.size() + 1;
        vertices.add(new Vertex(
                number, inputs.size() + number, primitive, params, List.of(operands), shape, Optional.empty()));
        shapes.add(shape);
    }

    /** Whether a value of this shape is neither too deep nor too large. */
    private boolean fits(Shape shape) {
        return shape.rank() <= Math.min(2, mostRank) || shape.rank() <= mostRank && shape.size() <= LARGEST;
    }

    private void unary(Primitive primitive, Choice choice) {
        Params params = primitive == Primitive.INTEGER_POW ? new Params.IntegerPow(choice.detail() % 4) : Params.NONE;
        vertex(primitive, params, new Operand.Ref(pick(choice.first())));
    }

    /** The second operand is a literal now and then, else a value that fits the first. */
    private void binary(Primitive primitive, Choice choice) {
        int first = pick(choice.first());
        Operand one = new Operand.Ref(first);
        Operand literal = Operand.Literal.of(0.25 * (choice.second() % 9) - 1);
        if (choice.detail() % 8 == 0) {
            vertex(primitive, Params.NONE, one, literal);
        } else if (choice.detail() % 8 == 1) {
            vertex(primitive, Params.NONE, literal, one);
        } else {
            List<Integer> fitting = new ArrayList<>();
            for (int id = 1; id <= shapes.size(); id++) {
                if (broadcasts(shape(first), shape(id))
                        && fits(ShapeRules.result(primitive, Params.NONE, List.of(shape(first), shape(id))))) {
                    fitting.add(id);
                }
            }
            vertex(primitive, Params.NONE, one, new Operand.Ref(fitting.get(choice.second() % fitting.size())));
        }
    }

    private static boolean broadcasts(Shape a, Shape b) {
        if (a.rank() == 0 || b.rank() == 0) {
            return true;
        }
        boolean fits = a.rank() == b.rank();
        for (int axis = 0; fits && axis < a.rank(); axis++) {
            fits = a.extent(axis) == b.extent(axis) || a.extent(axis) == 1 || b.extent(axis) == 1;
        }
        return fits;
    }

    private void rough(Primitive primitive, Choice choice) {
        switch (primitive) {
            case MAX, MIN, EQ -> binary(primitive, choice);
            case REDUCE_MAX, REDUCE_MIN -> reduce(primitive, choice);
            default -> unary(primitive, choice);
        }
    }

    private void reduce(Primitive primitive, Choice choice) {
        Shape from = shape(pick(choice.first()));
        if (from.rank() == 0) {
            unary(Primitive.SIN, choice);
        } else {
            int set = 1 + choice.detail() % ((1 << from.rank()) - 1);
            List<Integer> axes = IntStream.range(0, from.rank())
                    .filter(axis -> (set >> axis & 1) == 1)
                    .boxed()
                    .toList();
            vertex(primitive, new Params.Axes(axes), new Operand.Ref(pick(choice.first())));
        }
    }

    /** Moves and sums of entries; where the operand does not suit, a sine. */
    private void move(Primitive primitive, Choice choice) {
        int id = pick(choice.first());
        Operand operand = new Operand.Ref(id);
        Shape from = shape(id);
        int detail = choice.detail();
        boolean suits = switch (primitive) {
            case TRANSPOSE, SQUEEZE ->
                from.rank() >= 2
                        && (primitive == Primitive.TRANSPOSE || from.extents().contains(1));
            case BROADCAST_IN_DIM ->
                from.rank() < mostRank && fits(broadcast(from, detail).shape());
            case SLICE, CONCATENATE, DOT_GENERAL -> from.rank() > 0;
            default -> true;
        };
        if (!suits) {
            unary(Primitive.SIN, choice);
            return;
        }
        switch (primitive) {
            case REDUCE_SUM -> reduce(primitive, choice);
            case TRANSPOSE -> vertex(primitive, new Params.Permutation(permutation(from.rank(), detail)), operand);
            case SQUEEZE ->
                vertex(primitive, new Params.Axes(List.of(from.extents().indexOf(1))), operand);
            case BROADCAST_IN_DIM -> vertex(primitive, broadcast(from, detail), operand);
            case RESHAPE -> vertex(primitive, new Params.Reshape(reshaped(from, detail)), operand);
            case SLICE -> slice(operand, from, detail);
            case CONCATENATE -> concatenate(operand, from, choice);
            case CONVERT_ELEMENT_TYPE -> vertex(primitive, new Params.Convert("float64"), operand);
            default -> dot(operand, from, choice);
        }
    }

    /** Any but the one that leaves all axes where they are. */
    private static List<Integer> permutation(int rank, int detail) {
        List<Integer> permutation =
                new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        if (detail % 2 == 0) {
            Collections.rotate(permutation, 1 + detail / 2 % (rank - 1));
        } else {
            Collections.swap(permutation, detail / 2 % (rank - 1), rank - 1);
        }
        return permutation;
    }

    /** One more axis somewhere. */
    private static Params.Broadcast broadcast(Shape from, int detail) {
        int place = detail / 2 % (from.rank() + 1);
        List<Integer> extents = new ArrayList<>(from.extents());
        extents.add(place, 2 + detail % 2);
        return new Params.Broadcast(
                new Shape(extents),
                IntStream.range(0, from.rank())
                        .map(axis -> axis < place ? axis : axis + 1)
                        .boxed()
                        .toList());
    }

    /** Flat, a row, or with its first two axes as one. */
    private static Shape reshaped(Shape from, int detail) {
        if (from.rank() < 2 || detail % 3 < 2) {
            return detail % 2 == 0 ? Shape.of(from.size()) : Shape.of(1, from.size());
        }
        List<Integer> extents = new ArrayList<>(from.extents().subList(1, from.rank()));
        extents.set(0, from.extent(0) * from.extent(1));
        return new Shape(extents);
    }

    private void slice(Operand operand, Shape from, int detail) {
        int axis = detail % from.rank();
        List<Integer> start = new ArrayList<>();
        List<Integer> limit = new ArrayList<>();
        List<Integer> strides = new ArrayList<>();
        for (int k = 0; k < from.rank(); k++) {
            start.add(k == axis && from.extent(k) > 1 ? detail / 2 % 2 : 0);
            limit.add(k == axis ? Math.max(start.get(k) + 1, from.extent(k) - detail / 4 % 2) : from.extent(k));
            strides.add(k == axis ? 1 + detail / 8 % 2 : 1);
        }
        vertex(Primitive.SLICE, new Params.Slice(start, limit, strides), operand);
    }

    private void concatenate(Operand operand, Shape from, Choice choice) {
        int axis = choice.detail() % from.rank();
        List<Integer> fitting = new ArrayList<>();
        for (int id = 1; id <= shapes.size(); id++) {
            if (from.equals(shape(id))
                    && fits(ShapeRules.result(
                            Primitive.CONCATENATE, new Params.Concatenate(axis), List.of(from, from)))) {
                fitting.add(id);
            }
        }
        if (fitting.isEmpty()) {
            unary(Primitive.SIN, choice);
        } else {
            vertex(
                    Primitive.CONCATENATE,
                    new Params.Concatenate(axis),
                    operand,
                    new Operand.Ref(fitting.get(choice.second() % fitting.size())));
        }
    }

    /** A product with any value that has an axis of the same extent, along up to two further axes of equal extents. */
    private void dot(Operand operand, Shape from, Choice choice) {
        List<Params.DotGeneral> ways = new ArrayList<>();
        List<Integer> seconds = new ArrayList<>();
        for (int id = 1; id <= shapes.size(); id++) {
            for (int left = 0; left < from.rank(); left++) {
                for (int right = 0; right < shape(id).rank(); right++) {
                    for (int batch = 0; batch <= mostRank - 2; batch++) {
                        Optional<Params.DotGeneral> way = product(from, shape(id), left, right, batch);
                        if (way.isPresent()
                                && fits(ShapeRules.result(
                                        Primitive.DOT_GENERAL, way.get(), List.of(from, shape(id))))) {
                            ways.add(way.get());
                            seconds.add(id);
                        }
                    }
                }
            }
        }
        if (ways.isEmpty()) {
            unary(Primitive.SIN, choice);
        } else {
            int which = (choice.second() + 100 * choice.detail()) % ways.size();
            vertex(Primitive.DOT_GENERAL, ways.get(which), operand, new Operand.Ref(seconds.get(which)));
        }
    }

    /** Along these axes, and of the other pairs of equal extents the first so many as batches. */
    private static Optional<Params.DotGeneral> product(Shape one, Shape other, int left, int right, int batches) {
        if (one.extent(left) != other.extent(right)) {
            return Optional.empty();
        }
        List<Integer> lefts = new ArrayList<>();
        List<Integer> rights = new ArrayList<>();
        for (int a = 0; a < one.rank() && lefts.size() < batches; a++) {
            for (int b = other.rank() - 1; b >= 0; b--) {
                if (a != left && b != right && !rights.contains(b) && one.extent(a) == other.extent(b)) {
                    lefts.add(a);
                    rights.add(b);
                    break;
                }
            }
        }
        return lefts.size() < batches
                ? Optional.empty()
                : Optional.of(new Params.DotGeneral(List.of(left), List.of(right), lefts, rights));
    }
}
