package crosscountry.kernel.display.game;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.Legality;
import crosscountry.elimination.Linearization;
import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.Orders;
import crosscountry.elimination.state.ReadableState;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.kernel.display.widget.Live;
import crosscountry.kernel.display.widget.WidgetModel;
import crosscountry.search.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A graph to be eliminated by hand on a page. If the front end supports widgets, the page and this object stay in step;
 * if not, the page plays by itself.
 */
public final class EliminationGame implements Live {
    /** More vertices make a page too heavy to load. */
    private static final int MOST = 3000;

    private static final long EVALUATIONS = 30_000;
    /** Up to this many vertices there are orders by Markowitz, a search and the agent. */
    private static final int SEARCHED = 600;

    private final Linearization start;
    private final Map<String, Order> orders;
    private final String state;
    private final WidgetModel model;
    private List<Integer> moves = List.of();

    private EliminationGame(Linearization start, Map<String, Order> orders, String state, AgentAdvice agent) {
        this.start = start;
        this.orders = orders;
        this.state = state;
        model = new WidgetModel(
                GameScript.text(),
                new LinkedHashMap<>(Map.of("game", UUID.randomUUID().toString(), "order", List.of())));
        model.onChange((field, value) -> {
            if (field.equals("order") && value instanceof List<?> list) {
                played(list);
            }
        });
        model.onMessage((content, buffers) -> {
            if (agent != null && content instanceof Map<?, ?> asked && "advice".equals(asked.get("ask"))) {
                List<Integer> now = order().vertices();
                model.send(Map.of("advice", agent.after(now), "at", new Order(now).toString()));
            }
        });
    }

    /**
     * A game on this graph.
     *
     * @param rules published or algebra
     * @param at the point at which the final Jacobian is checked; if empty, the game picks one
     * @throws GraphException for other rules, for too many vertices, and where nothing can be eliminated
     */
    public static EliminationGame of(Graph graph, CostModel rules, Optional<double[]> at) {
        return of(graph, rules, at, Map.of());
    }

    /** @param more further orders by name, to be replayed and played against; the agent's for instance */
    public static EliminationGame of(Graph graph, CostModel rules, Optional<double[]> at, Map<String, Order> more) {
        if (rules.countsGenerated()) {
            throw new GraphException("the game counts by published or by algebra, not by " + rules.label());
        }
        if (graph.vertices().size() > MOST) {
            throw new GraphException("the game takes graphs of at most " + MOST + " vertices; " + graph.name() + " has "
                    + graph.vertices().size());
        }
        at.ifPresent(x -> {
            int needed = graph.inputs().stream()
                    .mapToInt(input -> input.shape().size())
                    .sum();
            if (x.length != needed) {
                throw new GraphException(
                        "the point has " + x.length + " numbers; " + graph.name() + " needs " + needed);
            }
        });
        more.forEach((name, order) -> {
            try {
                Legality.check(graph, order);
            } catch (GraphException e) {
                throw new GraphException("order " + name + ": " + e.getMessage());
            }
        });
        Linearization start = Linearization.of(graph, rules);
        if (start.isFinished()) {
            throw new GraphException(graph.name() + " has no vertex to eliminate");
        }
        Map<String, Order> orders = new LinkedHashMap<>();
        orders.put("forward", Orders.forward(graph));
        orders.put("reverse", Orders.reverse(graph));
        AgentAdvice agent = graph.vertices().size() <= SEARCHED ? new AgentAdvice(graph, rules) : null;
        if (agent != null) {
            orders.put("Markowitz", Orders.markowitz(graph, rules));
            orders.put(
                    "search",
                    Search.of(graph)
                            .cost(rules)
                            .evaluations(EVALUATIONS)
                            .seed(1)
                            .threads(1)
                            .run()
                            .order());
            orders.put("agent", agent.order());
        }
        orders.putAll(more);
        ObjectNode state = PageData.of(start, orders, at);
        if (agent != null && graph.vertices().size() <= PageData.DRAWN) {
            state.set("advice", new ObjectMapper().valueToTree(agent.along(orders.get("agent"))));
        }
        return new EliminationGame(start, orders, state.toString(), agent);
    }

    private synchronized void played(List<?> list) {
        List<Integer> vertices = new ArrayList<>();
        for (Object vertex : list) {
            if (!(vertex instanceof Number number)) {
                return; // not what our page sends
            }
            vertices.add(number.intValue());
        }
        try {
            after(vertices);
            moves = List.copyOf(vertices);
        } catch (GraphException wrong) {
            // the page is not trusted to play by the rules
        }
    }

    /** The state after these moves; a vertex that is not open is an error that names those that are. */
    private ReadableState after(List<Integer> vertices) {
        ReadableState state = ReadableState.of(start);
        vertices.forEach(state::eliminateVertex);
        return state;
    }

    public Graph graph() {
        return start.graph();
    }

    public CostModel rules() {
        return start.rules();
    }

    /** The vertices eliminated so far, on the page or from here. */
    public synchronized Order order() {
        return new Order(moves);
    }

    /** The graph as the game has left it. */
    public Linearization position() {
        return after(order().vertices()).linearization();
    }

    /** What the moves so far cost. */
    public long total() {
        return after(order().vertices()).spent();
    }

    /** Eliminates a vertex, here and on the page; if it is not open, the error names those that are. */
    public EliminationGame eliminate(int vertex) {
        List<Integer> vertices = new ArrayList<>(order().vertices());
        vertices.add(vertex);
        return set(new Order(vertices));
    }

    /** Takes the last move back, here and on the page. */
    public EliminationGame undo() {
        List<Integer> vertices = order().vertices();
        return set(new Order(vertices.subList(0, Math.max(0, vertices.size() - 1))));
    }

    /** Plays these moves from the start, here and on the page; they need not finish the game. */
    public EliminationGame set(Order order) {
        after(order.vertices());
        synchronized (this) {
            moves = order.vertices();
        }
        model.set("order", order.vertices());
        return this;
    }

    /** The orders that can be replayed and played against, by name. */
    public Map<String, Order> orders() {
        return Map.copyOf(orders);
    }

    /** What the page knows, as JSON. */
    public String state() {
        return state;
    }

    Linearization start() {
        return start;
    }

    @Override
    public WidgetModel model() {
        return model;
    }

    @Override
    public String toString() {
        Order order = order();
        int open = start.open().size();
        return "elimination game on " + graph().name() + ": " + order.vertices().size() + " of " + open
                + " vertices eliminated"
                + (order.vertices().isEmpty() ? "" : " (" + order + "), " + total() + " " + rules().unit());
    }
}
