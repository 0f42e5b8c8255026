package crosscountry.training;

import crosscountry.agent.AgentModel;
import crosscountry.agent.ScoreTraining;
import crosscountry.corpus.Corpus;
import crosscountry.corpus.RandomProgram;
import crosscountry.corpus.RandomTensorProgram;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.AtomicFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the score that ships with the product: {@code ./crosscountry experiment training.TrainScore FILE SEED
 * GENERATIONS HIDDEN RANDOM}. It learns from the corpus's training functions and from random programs, twice RANDOM of
 * scalars and RANDOM of tensors; HIDDEN units are added to a linear score that is trained first. Nothing of a task of
 * the paper is among them, which the corpus ensures.
 */
public final class TrainScore {
    private static final int LARGEST = 400;

    private TrainScore() {}

    public static void main(String[] arguments) {
        if (arguments.length != 5) {
            System.err.println("usage: TrainScore FILE SEED GENERATIONS HIDDEN RANDOM");
            System.exit(2);
        }
        long seed = Long.parseLong(arguments[1]);
        int generations = Integer.parseInt(arguments[2]);
        int hidden = Integer.parseInt(arguments[3]);
        String command = "./crosscountry experiment training.TrainScore " + String.join(" ", arguments);
        int threads = Runtime.getRuntime().availableProcessors();
        ScoreTraining training = new ScoreTraining(graphs(Integer.parseInt(arguments[4])));
        System.err.println(training.size() + " graphs");
        AgentModel model = training.train(
                AgentModel.zero(0), generations, seed, threads, command, () -> false, System.err::println);
        if (hidden > 0) {
            model = training.train(
                    model.with(hidden), generations, seed + 1, threads, command, () -> false, System.err::println);
        }
        System.err.println("mean log of a greedy game over the baseline: " + training.loss(model));
        AtomicFile.write(Path.of(arguments[0]), model.json() + "\n");
    }

    private static List<StateTemplate> graphs(int random) {
        List<StateTemplate> graphs = new ArrayList<>();
        for (String name : Corpus.train()) {
            StateTemplate template = StateTemplate.of(Corpus.graph(name), CostModel.PUBLISHED);
            if (template.size() <= LARGEST) {
                graphs.add(template);
            }
        }
        for (int k = 0; k < random; k++) {
            graphs.add(StateTemplate.of(RandomProgram.scalar(1000 + 2 * k, 20 + 3 * (k % 20)), CostModel.PUBLISHED));
            graphs.add(StateTemplate.of(RandomProgram.scalar(1001 + 2 * k, 20 + 3 * (k % 20)), CostModel.PUBLISHED));
            graphs.add(StateTemplate.of(RandomTensorProgram.of(1000 + k, 15 + 3 * (k % 15)), CostModel.PUBLISHED));
        }
        return graphs;
    }
}
