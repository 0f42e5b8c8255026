package crosscountry.agent;

import crosscountry.elimination.Order;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;
import crosscountry.search.Search;
import crosscountry.search.SearchResult;
import crosscountry.search.method.Best;
import crosscountry.search.method.Budget;
import crosscountry.search.method.SearchMethod;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * An agent that orders graphs. Each option is a method that returns a changed copy:
 *
 * <pre>{@code
 * Order order = Agent.shipped().order(graph);
 * SearchResult result = Agent.read(Path.of("my.model")).simulations(16).cost(CostModel.FLOPS).search(graph);
 * }</pre>
 *
 * <p>Given seconds, the agent plays and searches for half of them, and annealing continues from its best order. Given
 * simulations instead, it plays one game with a tree search of that many simulations before each move, or by its policy
 * alone.
 */
public final class Agent {
    private static final int MOST_VERTICES = 4000;
    private static final double SECONDS = 1;

    private final Optional<Evaluator> evaluator;
    private final CostModel cost;
    private final OptionalInt simulations;
    private final Options options;

    /** Options passed on to the search. */
    private record Options(double seconds, long seed, int threads, BooleanSupplier stopped, Consumer<Best> listener) {}

    private Agent(Optional<Evaluator> evaluator, CostModel cost, OptionalInt simulations, Options options) {
        this.evaluator = evaluator;
        this.cost = cost;
        this.simulations = simulations;
        this.options = options;
    }

    private static Agent of(Optional<Evaluator> evaluator) {
        int cores = Runtime.getRuntime().availableProcessors();
        Options options = new Options(SECONDS, 0, cores, () -> false, best -> {});
        return new Agent(evaluator, CostModel.PUBLISHED, OptionalInt.empty(), options);
    }

    /** The best agent that ships with Crosscountry: it picks the evaluator for each graph, cost and budget. */
    public static Agent shipped() {
        return of(Optional.empty());
    }

    /** The agent in a model file. */
    public static Agent read(Path file) {
        return of(Evaluator.read(file));
    }

    public static Agent of(Evaluator evaluator) {
        return of(Optional.of(evaluator));
    }

    public Agent cost(CostModel model) {
        return new Agent(evaluator, model, simulations, options);
    }

    /** How long it searches, one second by default; simulations take as long as they need. */
    public Agent seconds(double seconds) {
        if (!(seconds > 0)) {
            throw new GraphException("an agent needs more than 0 seconds, not " + seconds);
        }
        return with(new Options(seconds, options.seed, options.threads, options.stopped, options.listener));
    }

    /** Simulations before each move; 0 for the policy alone. */
    public Agent simulations(int count) {
        if (count < 0) {
            throw new GraphException("simulations must be 0 or more, not " + count);
        }
        return new Agent(evaluator, cost, OptionalInt.of(count), options);
    }

    public Agent seed(long seed) {
        return with(new Options(options.seconds, seed, options.threads, options.stopped, options.listener));
    }

    public Agent threads(int threads) {
        return with(new Options(options.seconds, options.seed, threads, options.stopped, options.listener));
    }

    /** @param stopped polled often, from any thread; true ends the search, which keeps its incumbent */
    public Agent stopWhen(BooleanSupplier stopped) {
        return with(new Options(options.seconds, options.seed, options.threads, stopped, options.listener));
    }

    /** Calls the listener for each new incumbent. */
    public Agent onBest(Consumer<Best> listener) {
        return with(new Options(options.seconds, options.seed, options.threads, options.stopped, listener));
    }

    private Agent with(Options other) {
        return new Agent(evaluator, cost, simulations, other);
    }

    /** The best order found. */
    public Order order(Graph graph) {
        return search(graph).order();
    }

    public SearchResult search(Graph graph) {
        if (graph.vertices().size() > MOST_VERTICES) {
            throw new GraphException(graph.name() + " has " + graph.vertices().size()
                    + " vertices; an agent plays graphs of up to " + MOST_VERTICES + ", search plays larger ones");
        }
        Evaluator own = evaluator.orElseGet(() -> shippedFor(graph));
        SearchMethod method =
                simulations.isPresent() ? new AgentMethod(own, simulations.getAsInt()) : new AgentThenAnnealing(own);
        return Search.of(graph)
                .cost(cost)
                .method(method)
                .budget(simulations.isPresent() ? Budget.UNLIMITED : Budget.seconds(options.seconds))
                .raiseBound(false) // the agent uses all threads
                .seed(options.seed)
                .threads(options.threads)
                .stopWhen(options.stopped)
                .onBest(options.listener)
                .run();
    }

    /** Tree search before each move needs too many evaluations for networks (docs/experiments.md). */
    private Evaluator shippedFor(Graph graph) {
        return simulations.orElse(0) > 0
                ? ScoreAgent.shipped()
                : ServiceLoader.load(ShippedEvaluator.class, Agent.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(shipped -> shipped.suits(graph, cost))
                        .findFirst()
                        .map(ShippedEvaluator::evaluator)
                        .orElseGet(ScoreAgent::shipped);
    }
}
