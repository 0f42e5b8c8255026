package crosscountry.learn;

import crosscountry.edge.Rules;
import crosscountry.game.FastGame;
import crosscountry.game.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.network.DeviceChoice;
import crosscountry.network.Network;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.WeightsFile;
import crosscountry.search.Annealing;
import crosscountry.search.Budget;
import crosscountry.search.Search;
import crosscountry.search.SearchMethod;
import crosscountry.search.agent.AgentMethod;
import crosscountry.search.agent.AgentModel;
import crosscountry.search.agent.Evaluation;
import crosscountry.search.agent.Evaluator;
import crosscountry.search.agent.LinearAgent;
import crosscountry.task.Tasks;
import crosscountry.task.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Agents on graphs that they have not seen, as a Markdown table: {@code java crosscountry.learn.LeaveOut SCORE NETWORK SECONDS}. SCORE
 * is a linear agent's file, NETWORK a network's; SECONDS of search on one thread, 0 for one greedy game alone.
 */
public final class LeaveOut {
    private LeaveOut() {}

    public static void main(String[] arguments) throws IOException {
        LinearAgent linear = new LinearAgent(AgentModel.read(Files.readString(Path.of(arguments[0])), arguments[0]));
        double seconds = Double.parseDouble(arguments[2]);
        try (Network network = Network.of(WeightsFile.read(Path.of(arguments[1])), DeviceChoice.CPU)) {
            Evaluator learned = new NetworkEvaluator(network);
            List<Graph> tasks = Tasks.names().stream().map(Tasks::graph).toList();
            Map<String, SearchedOrder> known = new LinkedHashMap<>();
            SearchedOrder.ofCorpus().forEach(one -> known.put(one.name(), one));
            List<Graph> test = Corpus.test().stream().map(Corpus::graph).toList();
            table("test functions", test, test.stream().map(graph -> known.get(graph.name())).toList(), linear, learned, seconds);
            table("tasks", tasks, tasks.stream().map(graph -> SearchedOrder.of(graph, 400_000, 1)).toList(), linear, learned, seconds);
        }
    }

    private static void table(String title, List<Graph> graphs, List<SearchedOrder> known, LinearAgent linear, Evaluator learned, double seconds) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        System.out.println("\n| " + title + " | best classical | annealing | linear greedy | network greedy"
                + (seconds > 0 ? " | linear agent | network agent | annealing, same seconds" : "") + " |");
        System.out.println("|---|" + "---|".repeat(seconds > 0 ? 7 : 4));
        for (int k = 0; k < graphs.size(); k++) {
            GameTemplate template = GameTemplate.of(graphs.get(k), Rules.PUBLISHED);
            SearchedOrder one = known.get(k);
            Map<String, Long> totals = new LinkedHashMap<>();
            totals.put("best classical", one.classical());
            totals.put("annealing", one.searched());
            totals.put("linear greedy", template.start().total(linear.greedy(template)));
            totals.put("network greedy", greedy(learned, template));
            if (seconds > 0) {
                totals.put("linear agent", search(new AgentMethod(linear, AgentMethod.UNLIMITED), template, seconds));
                totals.put("network agent", search(new AgentMethod(learned, AgentMethod.UNLIMITED), template, seconds));
                totals.put("annealing, same seconds", search(new Annealing(), template, seconds));
            }
            totals.forEach((name, total) -> {
                double[] sum = sums.computeIfAbsent(name, n -> new double[4]);
                sum[0] += Math.log((double) Math.max(1, total) / Math.max(1, one.searched()));
                sum[1] += total < one.classical() ? 1 : 0;
                sum[2] += total <= one.classical() ? 1 : 0;
                sum[3] += total <= 1.02 * one.searched() ? 1 : 0;
            });
            List<String> cells = new ArrayList<>();
            totals.values().forEach(total -> cells.add(String.valueOf(total)));
            System.out.println("| " + one.name() + " | " + String.join(" | ", cells) + " |");
        }
        System.out.println("\n| " + title + ": " + graphs.size() + " | mean ratio to annealing | below the best classical | at most that | within 2 % of annealing |");
        System.out.println("|---|---|---|---|---|");
        sums.forEach((name, sum) -> System.out.printf(Locale.ROOT, "| %s | %.4f | %.0f | %.0f | %.0f |%n", name, Math.exp(sum[0] / graphs.size()), sum[1], sum[2], sum[3]));
    }

    private static long search(SearchMethod method, GameTemplate template, double seconds) {
        Search search = Search.of(template, Budget.seconds(seconds), 1);
        method.run(search);
        return search.total() == Long.MAX_VALUE ? -1 : search.total();
    }

    /** One game, always the highest logit. */
    private static long greedy(Evaluator agent, GameTemplate template) {
        FastGame game = template.start();
        while (!game.done()) {
            Evaluation answer = agent.evaluate(List.of(game)).get(0);
            int[] open = new int[game.openCount()];
            game.open(open);
            int best = 0;
            for (int k = 1; k < open.length; k++) {
                best = answer.logits()[k] > answer.logits()[best] ? k : best;
            }
            game.eliminate(open[best]);
        }
        return game.spent();
    }
}
