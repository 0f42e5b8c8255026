package crosscountry.learn;

import crosscountry.edge.Rules;
import crosscountry.game.GameTemplate;
import crosscountry.graph.Graph;
import crosscountry.search.agent.AgentModel;
import crosscountry.search.agent.ScoreTraining;
import crosscountry.search.agent.VertexFeatures;
import crosscountry.task.corpus.Corpus;
import crosscountry.task.corpus.RandomProgram;
import crosscountry.task.corpus.RandomTensorProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains the linear score on the corpus's training functions, no task of the paper among them, and on twenty random programs of scalars and of tensors:
 * {@code java crosscountry.learn.TrainScore GENERATIONS SEED FILE}.
 */
public final class TrainScore {
    private static final int LARGEST = 130;

    private TrainScore() {}

    public static void main(String[] arguments) throws IOException {
        List<GameTemplate> templates = new ArrayList<>();
        Corpus.train().forEach(name -> add(templates, Corpus.graph(name)));
        for (int seed = 1; seed <= 20; seed++) {
            add(templates, RandomProgram.scalar(seed, 30 + 4 * seed));
            add(templates, RandomTensorProgram.of(seed, 20 + 2 * seed));
        }
        ScoreTraining training = new ScoreTraining(templates);
        System.out.println(training.size() + " graphs");
        AgentModel linear = new AgentModel(0, new float[VertexFeatures.COUNT], "");
        AgentModel model = training.train(linear, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), 1,
                "java crosscountry.learn.TrainScore " + arguments[0] + " " + arguments[1] + " FILE", () -> false, System.out::println);
        Files.writeString(Path.of(arguments[2]), model.json());
    }

    private static void add(List<GameTemplate> templates, Graph graph) {
        if (graph.vertices().size() <= LARGEST) {
            templates.add(GameTemplate.of(graph, Rules.PUBLISHED));
        }
    }
}
