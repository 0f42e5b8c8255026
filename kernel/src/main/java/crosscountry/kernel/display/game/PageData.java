package crosscountry.kernel.display.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.graph.Operand;
import crosscountry.kernel.display.graph.GraphPlaces;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that the page needs to play a graph by itself, as JSON. */
final class PageData {
    /** Beyond this many vertices the page shows lists, and no layout is made. */
    static final int DRAWN = 150;
    /** Up to this many edges are labelled from the start. */
    private static final int LABELLED = 26;

    private static final double PAGE = 800;

    private PageData() {}

    /** @param orders by name, for replays and opponents */
    static ObjectNode of(Linearization start, Map<String, Order> orders, Optional<double[]> at) {
        return of(
                start,
                orders,
                at,
                start.graph().vertices().size() <= DRAWN
                        ? roomy(GraphPlaces.of(start), start)
                        : GraphPlaces.none(start));
    }

    static ObjectNode of(Linearization start, Map<String, Order> orders, Optional<double[]> at, GraphPlaces places) {
        Graph graph = start.graph();
        List<Edge> edges = start.edges();
        if (!start.isOfPairs()) {
            throw new GraphException(
                    "the game on the page plays values of up to two axes; " + graph.name() + " has values with more");
        }
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("name", graph.name())
                .put("cost", start.rules().label())
                .put("unit", start.rules().unit())
                .put("width", places.width())
                .put("height", places.height())
                .put("across", places.across());
        nodes(state.putArray("nodes"), graph, places);
        start.open().forEach(state.putArray("open")::add);
        ArrayNode rows = state.putArray("edges");
        for (Edge edge : edges) {
            rows.addArray()
                    .add(edge.source())
                    .add(graph.id(edge.target()))
                    .add(edge.type().code())
                    .add(edge.o1())
                    .add(edge.o2())
                    .add(edge.p1())
                    .add(edge.p2());
        }
        ArrayNode routes = state.putArray("routes");
        places.routes().forEach(route -> route.forEach(routes.addArray()::add));
        if (!edges.stream().allMatch(PageData::isNumber)) {
            state.set("tables", GameTables.of(start.rules()));
        }
        graph.vertices().forEach(vertex -> state.withArray("code").add(FormulaText.line(graph, vertex)));
        GameNumbers.add(state, graph, edges, at);
        ArrayNode named = state.putArray("orders");
        orders.forEach((name, order) ->
                order.vertices().forEach(named.addObject().put("name", name).putArray("order")::add));
        results(state.putArray("results"), graph);
        return state;
    }

    /** A small graph has its partials written on its edges, which takes room. */
    private static GraphPlaces roomy(GraphPlaces places, Linearization start) {
        if (start.edges().size() > LABELLED) {
            return places;
        }
        double spare = Math.max(1, PAGE / places.width());
        return places.spread(start, Math.min(spare, 1.6), places.across() ? 1.5 : 1.7);
    }

    private static boolean isNumber(Edge edge) {
        return edge.type() == EdgeType.DENSE && edge.o1() == 1 && edge.o2() == 1 && edge.p1() == 1 && edge.p2() == 1;
    }

    private static void nodes(ArrayNode nodes, Graph graph, GraphPlaces places) {
        for (int id = 1; id <= places.boxes().size(); id++) {
            GraphPlaces.Place box = places.boxes().get(id - 1);
            boolean input = graph.isInput(id);
            boolean output = !input && graph.outputs().contains(new Operand.Ref(id));
            ObjectNode node = nodes.addObject()
                    .put("name", FormulaText.name(graph, id))
                    .put("label", box.label())
                    .put("detail", box.detail())
                    .put("family", box.family())
                    .put("kind", input ? "input" : output ? "output" : "vertex")
                    .put("x", round(box.x()))
                    .put("y", round(box.y()))
                    .put("w", round(box.width()))
                    .put("h", round(box.height()));
            if (!input) {
                node.put("vertex", id - graph.inputs().size());
            }
        }
        OutputVertices.of(graph).virtual().forEach((vertex, virtual) -> {
            GraphPlaces.Place box = places.boxes().get(graph.id(vertex) - 1);
            int place = graph.outputs().indexOf(new Operand.Ref(graph.id(vertex))) + 1;
            nodes.addObject()
                    .put("name", "y" + place)
                    .put("label", "y" + place)
                    .put("detail", "output " + place + ", the value of v" + vertex)
                    .put("family", "result")
                    .put("kind", "result")
                    .put("of", graph.id(vertex))
                    .put("x", round(box.x() + box.width() - 12))
                    .put("y", round(box.y() + box.height() - 4))
                    .put("w", 26)
                    .put("h", 18);
        });
    }

    /** For each output of the function the id of the node that stands for it; 0 for a literal. */
    private static void results(ArrayNode results, Graph graph) {
        Map<Integer, Integer> virtual = OutputVertices.of(graph).virtual();
        for (Operand output : graph.outputs()) {
            int id = output instanceof Operand.Ref ref ? ref.id() : 0;
            int vertex = id - graph.inputs().size();
            results.add(virtual.containsKey(vertex) ? graph.id(virtual.get(vertex)) : id);
        }
    }

    private static double round(double number) {
        return Math.rint(number * 10) / 10;
    }
}
