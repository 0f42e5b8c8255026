package crosscountry.agent;

import crosscountry.corpus.RandomMixedProgram;
import crosscountry.corpus.RandomProgram;
import crosscountry.corpus.RandomTensorProgram;
import crosscountry.graph.Graph;
import crosscountry.network.Generalist;
import crosscountry.search.Search;
import crosscountry.search.method.Annealing;
import crosscountry.search.method.Portfolio;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import crosscountry.task.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Does an agent's order help annealing at equal seconds? {@code ./crosscountry experiment agent.WarmStartedAnnealing
 * SECONDS...}: one thread, seeds 1 to 3, the time of the agent's own games within the seconds. Annealing begins hot at
 * the program's order, cool at the best classical and greedy one (the portfolio), cool at the order of one game of the
 * agent, or cool at what the agent found in half of the time.
 */
public final class WarmStartedAnnealing {
    private WarmStartedAnnealing() {}

    public static void main(String[] arguments) {
        Map<String, SearchMethod> methods = new LinkedHashMap<>();
        methods.put("annealing", new Annealing());
        methods.put("portfolio", new Portfolio());
        methods.put("score's game, then annealing", afterOneGame(ScoreAgent.shipped()));
        methods.put("ensemble's games, then annealing", afterOneGame(Generalist.ensemble()));
        methods.put("score's search, then annealing", new AgentThenAnnealing(ScoreAgent.shipped()));
        methods.put("ensemble's search, then annealing", new AgentThenAnnealing(Generalist.ensemble()));
        List<Graph> graphs = List.of(
                Tasks.graph("RoeFlux_3d"),
                Tasks.graph("Encoder"),
                Tasks.graph("f"),
                RandomProgram.scalar(2, 400),
                RandomTensorProgram.of(2, 250),
                RandomMixedProgram.of(3, 250),
                RandomMixedProgram.of(4, 250));
        System.out.println("| | seconds | " + String.join(" | ", methods.keySet()) + " |\n|---|"
                + "---|".repeat(methods.size() + 1));
        for (Graph graph : graphs) {
            for (String seconds : arguments) {
                System.out.println(
                        "| " + graph.name() + ", " + graph.vertices().size() + " vertices | " + seconds + " | "
                                + methods.values().stream()
                                        .map(method -> totals(method, graph, Double.parseDouble(seconds)))
                                        .collect(Collectors.joining(" | "))
                                + " |");
            }
        }
    }

    private static SearchMethod afterOneGame(Evaluator agent) {
        return new SearchMethod() {
            @Override
            public String name() {
                return "game, then annealing";
            }

            @Override
            public void run(RunningSearch search) {
                new AgentMethod(agent, 0).run(search.part(0.5));
                search.best();
                Annealing.keeping().run(search);
            }
        };
    }

    private static String totals(SearchMethod method, Graph graph, double seconds) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(seed -> Search.of(graph)
                        .method(method)
                        .seconds(seconds)
                        .raiseBound(false)
                        .seed(seed)
                        .threads(1)
                        .run())
                .map(result -> String.valueOf(result.total()))
                .collect(Collectors.joining(" "));
    }
}
