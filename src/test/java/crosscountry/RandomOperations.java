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
import java.util.List;
import java.util.Optional;

/** Turns lists of numbers into a graph: every number chooses among what fits at its place. */
final class RandomOperations {
    enum Kind {
        SCALAR,
        SMOOTH,
        ANY
    }

    /** Which operation, which operands, and a detail such as an axis. */
    record Choice(int operation, int first, int second, int detail) {}

    private static final List<Primitive> UNARY = List.of(
            Primitive.SIN, Primitive.COS, Primitive.NEG, Primitive.TANH, Primitive.LOGISTIC, Primitive.ATAN, Primitive.ERF,
            Primitive.ASINH, Primitive.SQUARE, Primitive.INTEGER_POW);
    private static final List<Primitive> BINARY = List.of(Primitive.MUL, Primitive.ADD, Primitive.SUB, Primitive.MUL);
    private static final List<Primitive> MOVES = List.of(
            Primitive.REDUCE_SUM, Primitive.DOT_GENERAL, Primitive.TRANSPOSE, Primitive.BROADCAST_IN_DIM, Primitive.RESHAPE,
            Primitive.SLICE, Primitive.CONCATENATE, Primitive.SQUEEZE, Primitive.CONVERT_ELEMENT_TYPE, Primitive.DOT_GENERAL);
    private static final List<Primitive> ROUGH = List.of(
            Primitive.ABS, Primitive.MAX, Primitive.MIN, Primitive.EQ, Primitive.REDUCE_MAX, Primitive.REDUCE_MIN,
            Primitive.STOP_GRADIENT);

    private final List<Input> inputs = new ArrayList<>();
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    static Graph build(Kind kind, List<Shape> inputs, List<Choice> choices, List<Integer> outputs) {
        RandomOperations graph = new RandomOperations();
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
        int group = choice.operation() % (kind == Kind.SCALAR ? 2 : kind == Kind.SMOOTH ? 3 : 4);
        int which = choice.operation() / 4;
        switch (group) {
            case 0 -> binary(BINARY.get(which % BINARY.size()), choice);
            case 1 -> unary(UNARY.get(which % UNARY.size()), choice);
            case 2 -> move(MOVES.get(which % MOVES.size()), choice);
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
        vertices.add(new Vertex(number, inputs.size() + number, primitive, params, List.of(operands), shape, Optional.empty()));
        shapes.add(shape);
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
                if (broadcasts(shape(first), shape(id))) {
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
            List<Integer> axes = from.rank() == 2 && choice.detail() % 4 == 0 ? List.of(0, 1) : List.of(choice.detail() % from.rank());
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
            case TRANSPOSE, SQUEEZE -> from.rank() == 2 && (primitive == Primitive.TRANSPOSE || from.extents().contains(1));
            case BROADCAST_IN_DIM -> from.rank() < 2;
            case SLICE, CONCATENATE, DOT_GENERAL -> from.rank() > 0;
            default -> true;
        };
        if (!suits) {
            unary(Primitive.SIN, choice);
            return;
        }
        switch (primitive) {
            case REDUCE_SUM -> reduce(primitive, choice);
            case TRANSPOSE -> vertex(primitive, new Params.Permutation(List.of(1, 0)), operand);
            case SQUEEZE -> vertex(primitive, new Params.Axes(List.of(from.extents().indexOf(1))), operand);
            case BROADCAST_IN_DIM -> {
                int other = 2 + detail % 2;
                Shape to = from.rank() == 0 ? Shape.of(other)
                        : detail % 4 < 2 ? Shape.of(from.extent(0), other) : Shape.of(other, from.extent(0));
                List<Integer> dimensions = from.rank() == 0 ? List.of() : List.of(detail % 4 < 2 ? 0 : 1);
                vertex(primitive, new Params.Broadcast(to, dimensions), operand);
            }
            case RESHAPE -> vertex(primitive, new Params.Reshape(detail % 2 == 0 ? Shape.of(from.size()) : Shape.of(1, from.size())), operand);
            case SLICE -> slice(operand, from, detail);
            case CONCATENATE -> concatenate(operand, from, choice);
            case CONVERT_ELEMENT_TYPE -> vertex(primitive, new Params.Convert("float64"), operand);
            default -> dot(operand, from, choice);
        }
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
            if (from.equals(shape(id))) {
                fitting.add(id);
            }
        }
        vertex(Primitive.CONCATENATE, new Params.Concatenate(axis), operand, new Operand.Ref(fitting.get(choice.second() % fitting.size())));
    }

    /** A product with any value that has an axis of the same extent; contracting one pair of axes leaves rank 2 at most. */
    private void dot(Operand operand, Shape from, Choice choice) {
        int axis = choice.detail() % from.rank();
        List<int[]> fitting = new ArrayList<>();
        for (int id = 1; id <= shapes.size(); id++) {
            for (int other = 0; other < shape(id).rank(); other++) {
                if (shape(id).extent(other) == from.extent(axis)) {
                    fitting.add(new int[] {id, other});
                }
            }
        }
        int[] second = fitting.get(choice.second() % fitting.size());
        Params params = new Params.DotGeneral(List.of(axis), List.of(second[1]), List.of(), List.of());
        vertex(Primitive.DOT_GENERAL, params, operand, new Operand.Ref(second[0]));
    }
}
