package crosscountry.training;

import crosscountry.agent.AgentMethod;
import crosscountry.agent.AgentModel;
import crosscountry.agent.AgentThenAnnealing;
import crosscountry.agent.Ensemble;
import crosscountry.agent.Evaluator;
import crosscountry.agent.ScoreAgent;
import crosscountry.corpus.Corpus;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.method.Annealing;
import crosscountry.search.method.Budget;
import crosscountry.search.method.Portfolio;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import crosscountry.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Agents on graphs that they have not seen, as a Markdown table: {@code ./crosscountry experiment
 * training.HeldOutEvaluation SECONDS SCORE NETWORK...}. SCORE is a score agent's file, NETWORK a network's: the first
 * plays by itself too, all of them and the score are the ensemble. SECONDS of search on one thread, by the clock; 0 for
 * one greedy game alone.
 */
public final class HeldOutEvaluation {
    private HeldOutEvaluation() {}

    public static void main(String[] arguments) throws IOException {
        double seconds = Double.parseDouble(arguments[0]);
        ScoreAgent linear = new ScoreAgent(AgentModel.read(Files.readString(Path.of(arguments[1])), arguments[1]));
        Ensemble committee = new Ensemble(
                linear,
                Arrays.stream(arguments)
                        .skip(2)
                        .map(file -> Evaluator.read(Path.of(file)))
                        .toList());
        List<Graph> tasks = Tasks.names().stream().map(Tasks::graph).toList();
        Map<String, SearchedOrder> known = new LinkedHashMap<>();
        SearchedOrder.ofCorpus().forEach(one -> known.put(one.name(), one));
        List<Graph> test = Corpus.test().stream().map(Corpus::graph).toList();
        table(
                "test functions",
                test,
                test.stream().map(graph -> known.get(graph.name())).toList(),
                committee,
                seconds);
        table(
                "tasks",
                tasks,
                tasks.stream().map(graph -> SearchedOrder.of(graph, 400_000, 1)).toList(),
                committee,
                seconds);
    }

    private static void table(
            String title, List<Graph> graphs, List<SearchedOrder> known, Ensemble committee, double seconds) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        System.out.println(
                "\n| " + title + " | best classical | annealing | score greedy | network greedy | ensemble greedy"
                        + (seconds > 0
                                ? " | score agent | ensemble | score, then annealing | ensemble, then annealing "
                                        + "| annealing, same seconds | portfolio, same seconds"
                                : "")
                        + " |");
        System.out.println("|---|" + "---|".repeat(seconds > 0 ? 11 : 5));
        for (int k = 0; k < graphs.size(); k++) {
            StateTemplate template = StateTemplate.of(graphs.get(k), CostModel.PUBLISHED);
            SearchedOrder one = known.get(k);
            Map<String, Long> totals = new LinkedHashMap<>();
            totals.put("best classical", one.classical());
            totals.put("annealing", one.searched());
            totals.put("score greedy", alone(committee.score(), template));
            totals.put("network greedy", alone(committee.networks().get(0), template));
            totals.put("ensemble greedy", alone(committee, template));
            if (seconds > 0) {
                totals.put(
                        "score agent",
                        search(new AgentMethod(committee.score(), AgentMethod.UNLIMITED), template, seconds));
                totals.put("ensemble", search(new AgentMethod(committee, AgentMethod.UNLIMITED), template, seconds));
                totals.put(
                        "score, then annealing", search(new AgentThenAnnealing(committee.score()), template, seconds));
                totals.put("ensemble, then annealing", search(new AgentThenAnnealing(committee), template, seconds));
                totals.put("annealing, same seconds", search(new Annealing(), template, seconds));
                totals.put("portfolio, same seconds", search(new Portfolio(), template, seconds));
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
        System.out.println("\n| " + title + ": " + graphs.size()
                + " | mean ratio to annealing | below the best classical | at most that | within 2 % of annealing |");
        System.out.println("|---|---|---|---|---|");
        sums.forEach((name, sum) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.4f | %.0f | %.0f | %.0f |%n",
                name,
                Math.exp(sum[0] / graphs.size()),
                sum[1],
                sum[2],
                sum[3]));
    }

    private static long search(SearchMethod method, StateTemplate template, double seconds) {
        RunningSearch search = RunningSearch.of(template, Budget.seconds(seconds), 1);
        method.run(search);
        return search.total();
    }

    /** One game of each policy. */
    private static long alone(Evaluator agent, StateTemplate template) {
        RunningSearch search = RunningSearch.of(template, Budget.evaluations(Long.MAX_VALUE - 1), 1);
        new AgentMethod(agent, 0).run(search);
        return search.total();
    }
}
