package crosscountry;

import crosscountry.graph.Condition;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.graph.Origin;
import crosscountry.graph.PrimalValues;
import crosscountry.graph.Relation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A function as a list of graphs with conditions, of which exactly one holds at each point: an origin by hand. */
public final class Piecewise implements Origin {
    private final List<Graph> graphs = new ArrayList<>();
    private final List<AtomicLong> points = new ArrayList<>();

    public Piecewise piece(Graph body, Condition... conditions) {
        graphs.add(new Graph(
                body.name(),
                body.inputs(),
                body.vertices(),
                body.outputs(),
                body.edges(),
                List.of(conditions),
                Optional.of(this)));
        points.add(new AtomicLong());
        return this;
    }

    public Graph graph(int piece) {
        return graphs.get(piece);
    }

    public int size() {
        return graphs.size();
    }

    /** The value with this id stands so to a number. */
    public static Condition when(int id, Relation relation, double number) {
        return new Condition(new Operand.Ref(id), relation, Operand.Literal.of(number), Optional.empty());
    }

    /** The values with these ids stand so to each other. */
    public static Condition between(int left, Relation relation, int right) {
        return new Condition(new Operand.Ref(left), relation, new Operand.Ref(right), Optional.empty());
    }

    /** The graph without its function, as a file has it. */
    public static Graph alone(Graph graph) {
        return new Graph(
                graph.name(),
                graph.inputs(),
                graph.vertices(),
                graph.outputs(),
                graph.edges(),
                graph.conditions(),
                Optional.empty());
    }

    public int pieceAt(double... point) {
        for (int k = 0; k < graphs.size(); k++) {
            if (graphs.get(k).broken(point).isEmpty()) {
                return k;
            }
        }
        throw new GraphException("no piece holds at " + Arrays.toString(point));
    }

    @Override
    public Graph at(double... point) {
        int piece = pieceAt(point);
        points.get(piece).incrementAndGet();
        return graphs.get(piece);
    }

    @Override
    public double[] call(double... point) {
        Graph graph = graphs.get(pieceAt(point));
        return PrimalValues.of(graph, graph.point(point)).outputs().stream()
                .flatMapToDouble(value -> Arrays.stream(value.data()))
                .toArray();
    }

    @Override
    public List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (int k = 0; k < graphs.size(); k++) {
            if (points.get(k).get() > 0) {
                paths.add(new Path(graphs.get(k), points.get(k).get()));
            }
        }
        return paths;
    }

    /** How often a point was followed. */
    public long followed() {
        return points.stream().mapToLong(AtomicLong::get).sum();
    }
}
