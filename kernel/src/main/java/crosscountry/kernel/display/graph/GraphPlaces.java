package crosscountry.kernel.display.graph;

import crosscountry.elimination.Linearization;
import crosscountry.elimination.edge.Edge;
import crosscountry.graph.Graph;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the layered layout puts a graph before its first elimination, for pictures that are drawn elsewhere; in CSS
 * pixels.
 *
 * @param across whether edges run from left to right rather than downwards
 * @param boxes one for each id, in order
 * @param routes the corners of each edge as x, y, x, y, ..., in the order of {@link Linearization#edges()}; empty for
 *     an edge to a virtual output
 */
public record GraphPlaces(double width, double height, boolean across, List<Place> boxes, List<List<Double>> routes) {
    /** A box with what is written on it and said of it. */
    public record Place(String label, String detail, String family, double x, double y, double width, double height) {}

    public static GraphPlaces of(Linearization start) {
        return GraphLayout.of(GraphSketch.of(start, true), true)
                .map(drawing -> of(start, drawing))
                .orElseGet(() -> none(start));
    }

    private static GraphPlaces of(Linearization start, Drawing drawing) {
        List<Place> boxes = drawing.boxes().stream()
                .map(box -> new Place(box.label(), "", box.family(), box.x(), box.y(), box.width(), box.height()))
                .toList();
        List<List<Double>> routes = new ArrayList<>();
        int line = 0;
        for (Edge edge : start.edges()) {
            boolean drawn = edge.target() <= start.graph().vertices().size();
            routes.add(drawn ? flat(drawing.lines().get(line++).points()) : List.of());
        }
        return new GraphPlaces(
                drawing.width(), drawing.height(), across(drawing), withDetails(start.graph(), boxes), routes);
    }

    /** The same with more room between the boxes, which keep their sizes. */
    public GraphPlaces spread(Linearization start, double wider, double higher) {
        List<Place> moved = new ArrayList<>();
        for (Place box : boxes) {
            double x = (box.x() + box.width() / 2) * wider - box.width() / 2;
            double y = (box.y() + box.height() / 2) * higher - box.height() / 2;
            moved.add(new Place(box.label(), box.detail(), box.family(), x, y, box.width(), box.height()));
        }
        List<List<Double>> longer = new ArrayList<>();
        for (int k = 0; k < routes.size(); k++) {
            Edge edge = start.edges().get(k);
            List<Double> route = new ArrayList<>(routes.get(k));
            for (int n = 0; n < route.size(); n += 2) {
                // an end stays where it is on its box
                int box = n == 0
                        ? edge.source() - 1
                        : n == route.size() - 2 ? start.graph().id(edge.target()) - 1 : -1;
                route.set(
                        n,
                        tenth(
                                box < 0
                                        ? route.get(n) * wider
                                        : route.get(n)
                                                + moved.get(box).x()
                                                - boxes.get(box).x()));
                route.set(
                        n + 1,
                        tenth(
                                box < 0
                                        ? route.get(n + 1) * higher
                                        : route.get(n + 1)
                                                + moved.get(box).y()
                                                - boxes.get(box).y()));
            }
            longer.add(route);
        }
        return new GraphPlaces(width * wider, height * higher, across, moved, longer);
    }

    /** Boxes without places, for graphs that are too large to be drawn. */
    public static GraphPlaces none(Linearization start) {
        Graph graph = start.graph();
        List<Place> boxes = new ArrayList<>();
        graph.inputs().forEach(input -> boxes.add(new Place(input.name(), "", "input", 0, 0, 0, 0)));
        for (Vertex vertex : graph.vertices()) {
            boxes.add(new Place(
                    vertex.number() + " " + Symbols.of(vertex), "", Symbols.family(vertex.primitive()), 0, 0, 0, 0));
        }
        return new GraphPlaces(
                0,
                0,
                true,
                withDetails(graph, boxes),
                start.edges().stream().map(edge -> List.<Double>of()).toList());
    }

    private static List<Place> withDetails(Graph graph, List<Place> boxes) {
        List<Place> detailed = new ArrayList<>();
        for (int id = 1; id <= boxes.size(); id++) {
            Place box = boxes.get(id - 1);
            String detail = graph.isInput(id)
                    ? "input " + graph.inputs().get(id - 1).name() + " " + graph.shape(id)
                    : GraphText.line(graph, graph.vertex(id - graph.inputs().size()));
            detailed.add(new Place(box.label(), detail, box.family(), box.x(), box.y(), box.width(), box.height()));
        }
        return detailed;
    }

    private static boolean across(Drawing drawing) {
        double x = 0;
        double y = 0;
        for (Drawing.Line line : drawing.lines()) {
            Drawing.Point first = line.points().get(0);
            Drawing.Point last = line.points().get(line.points().size() - 1);
            x += last.x() - first.x();
            y += last.y() - first.y();
        }
        return x >= y;
    }

    private static List<Double> flat(List<Drawing.Point> points) {
        List<Double> numbers = new ArrayList<>();
        points.forEach(point -> {
            numbers.add(tenth(point.x()));
            numbers.add(tenth(point.y()));
        });
        return numbers;
    }

    static double tenth(double number) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.1f", number));
    }
}
