package crosscountry.kernel.shell;

import crosscountry.agent.Ablation;
import crosscountry.agent.Comparison;
import crosscountry.agent.Evaluator;
import crosscountry.agent.GumbelSettings;
import crosscountry.agent.ScoreAgent;
import crosscountry.agent.SearchTree;
import crosscountry.elimination.CommonOrder;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.OrderReport;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.jacobian.Jacobian;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.game.EliminationGame;
import crosscountry.kernel.display.jacobian.JacobianTable;
import crosscountry.kernel.display.search.AblationRenderer;
import crosscountry.kernel.display.search.ComparisonRenderer;
import crosscountry.kernel.display.search.ParetoRenderer;
import crosscountry.kernel.display.widget.Comm;
import crosscountry.kernel.display.widget.CommTarget;
import crosscountry.kernel.display.widget.Widget;
import crosscountry.network.Generalist;
import crosscountry.network.JavaNetwork;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.Weights;
import crosscountry.search.ParetoFront;
import crosscountry.search.Search;
import crosscountry.training.TrainedRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * The functions that every cell can call by their bare names; each works on the session of the thread that calls it.
 */
public final class Notebook {
    private static final InheritableThreadLocal<Session> SESSION = new InheritableThreadLocal<>();

    private Notebook() {}

    /** Makes this the session of the current thread and of the threads it starts. */
    static void enter(Session session) {
        SESSION.set(session);
    }

    private static Session session() {
        Session session = SESSION.get();
        if (session == null) {
            throw new IllegalStateException("this thread belongs to no session; it was started before any cell ran");
        }
        return session;
    }

    /** Shows a value now, in every form that it has. */
    public static Display display(Object value) {
        Session session = session();
        return display(session, value);
    }

    /** Shows a value only in some of its forms, such as {@code text/plain} or {@code image/svg+xml}. */
    public static Display display(Object value, String... mimeTypes) {
        Session session = session();
        Map<String, Object> all = session.render(value).data();
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (String type : mimeTypes) {
            if (!all.containsKey(type)) {
                throw new IllegalArgumentException(
                        "the value has no form " + type + "; it has " + String.join(", ", all.keySet()));
            }
            chosen.put(type, all.get(type));
        }
        return display(session, MimeBundle.of(chosen));
    }

    private static Display display(Session session, Object value) {
        return new Display(session.context(), session.context().display(value));
    }

    /** Replaces what is shown under an id. */
    public static void updateDisplay(String id, Object value) {
        session().context().updateDisplay(id, value);
    }

    /** The value in all its forms by MIME type. */
    public static Map<String, Object> render(Object value) {
        return session().render(value).data();
    }

    /** A text that a front end shows as HTML; escape what comes from users. */
    public static MimeBundle html(String html) {
        return MimeBundle.html(html, html);
    }

    /**
     * A widget: state that this Java and the page share, drawn by the {@code render({model, el})} of an ES module as
     * anywidget knows them. {@code widget.model()} reads, changes and listens.
     */
    public static Widget widget(String module, Map<String, Object> state) {
        return new Widget(module, state, "<em>This widget needs a front end with anywidget and a running kernel.</em>");
    }

    /** A widget with HTML for front ends that have no widgets. */
    public static Widget widget(String module, Map<String, Object> state, String html) {
        return new Widget(module, state, html);
    }

    /** Lets pages open comms to Java under a name. */
    public static void onComm(String name, CommTarget target) {
        session().frontend().target(name, target);
    }

    /** Opens a comm to a target of the page. */
    public static Comm openComm(String target, Object data) {
        return session().frontend().open(target, data);
    }

    /** Asks for one line of text. */
    public static String input(String prompt) throws IOException {
        return session().frontend().input(prompt, false);
    }

    /** Asks for one line without echoing it. */
    public static String readPassword(String prompt) throws IOException {
        return session().frontend().input(prompt, true);
    }

    /** Runs commands as a cell would, for example {@code magic("%graphs")}, and returns the value of the last one. */
    public static Object magic(String... lines) throws Exception {
        return session().context().eval(String.join("\n", List.of(lines))).value();
    }

    /** All search methods on one graph at equal seconds, two seeds each, on one thread. */
    public static Comparison compare(Graph graph, double seconds) {
        return Comparison.seconds(graph, seconds, 2, session()::stopped);
    }

    /** All search methods on one graph with equally many tries, two seeds each. */
    public static Comparison compareTries(Graph graph, long tries) {
        return Comparison.evaluations(graph, tries, 2, session()::stopped);
    }

    /** The elimination game on a graph, to be played on the page; {@code game.order()} gives the moves back. */
    public static EliminationGame play(Graph graph) {
        return EliminationGame.of(graph, CostModel.PUBLISHED, Optional.empty());
    }

    /** The game, with the Jacobian at its end checked at this point; all inputs flattened in order. */
    public static EliminationGame play(Graph graph, double... at) {
        return EliminationGame.of(graph, CostModel.PUBLISHED, Optional.of(at));
    }

    /** The game with further orders to replay and to play against, by name. */
    public static EliminationGame play(Graph graph, Map<String, Order> orders) {
        return EliminationGame.of(graph, CostModel.PUBLISHED, Optional.empty(), orders);
    }

    /**
     * Search or learning: methods with and without what was learned, networks trained and untrained among them, at
     * equal seconds and with 300 evaluations, two seeds each. Graphs with more than 300 vertices are too large for the
     * networks.
     */
    public static Ablation ablate(Graph graph, double seconds) {
        Map<String, Evaluator> networks = new LinkedHashMap<>();
        if (Generalist.suits(graph)) {
            networks.put(
                    "untrained network",
                    new NetworkEvaluator(
                            new JavaNetwork(Weights.random(Generalist.weights().config(), 1))));
            networks.put("trained network", Generalist.agent());
        }
        return ablate(graph, seconds, networks);
    }

    /**
     * The same with networks of one's own by name, for instance {@code Map.of("mine",
     * Evaluator.read(Path.of("runs/mine/model")))}.
     */
    public static Ablation ablate(Graph graph, double seconds, Map<String, Evaluator> networks) {
        return Ablation.of(graph, seconds, 300, 2, networks, session()::stopped);
    }

    /** A training run in its folder: {@code trainedRun("runs/Helmholtz-1").attention(3)}. */
    public static TrainedRun trainedRun(String folder) {
        return TrainedRun.of(folder);
    }

    /** The tree that the shipped agent searches before its first move. */
    public static SearchTree searchTree(Graph graph, int simulations) {
        return SearchTree.of(
                graph,
                ScoreAgent.shipped(),
                GumbelSettings.selfPlay(simulations).playedOut());
    }

    /** The tree of any evaluator's search before the first move. */
    public static SearchTree searchTree(Graph graph, Evaluator evaluator, int simulations) {
        return SearchTree.of(graph, evaluator, GumbelSettings.selfPlay(simulations));
    }

    /** An ablation as a table: a row a method. */
    public static Table table(Ablation ablation) {
        return AblationRenderer.table(ablation);
    }

    /** What an order has to do with its function. */
    public static OrderReport report(Graph graph, Order order) {
        return OrderReport.of(Elimination.run(graph, CostModel.PUBLISHED, order));
    }

    /** What the orders that a search finds from different seeds have in common, each in this many seconds. */
    public static CommonOrder common(Graph graph, double seconds, int seeds) {
        List<Order> orders = new ArrayList<>();
        for (int seed = 1;
                seed <= Math.max(1, seeds) && (orders.isEmpty() || !session().stopped());
                seed++) {
            orders.add(Search.of(graph)
                    .seconds(seconds)
                    .seed(seed)
                    .stopWhen(session()::stopped)
                    .run()
                    .order());
        }
        return CommonOrder.of(graph, orders);
    }

    /** Multiplications against memory: the orders of which none is better than another in both. */
    public static ParetoFront pareto(Graph graph, double seconds) {
        return ParetoFront.of(graph, CostModel.MULTIPLICATIONS, CostModel.MEMORY, seconds, 1, session()::stopped);
    }

    /** A front of two costs as a table: a row an order. */
    public static Table table(ParetoFront front) {
        return ParetoRenderer.table(front);
    }

    /** A Jacobian as a table: a row an output, a column an input. */
    public static Table table(Jacobian jacobian) {
        return JacobianTable.of(jacobian);
    }

    /** A comparison as a table: a row a method. */
    public static Table table(Comparison comparison) {
        return ComparisonRenderer.table(comparison);
    }
}
