package crosscountry.agent;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.GraphException;
import crosscountry.search.method.Budget;
import crosscountry.search.method.Portfolio;
import crosscountry.search.method.RunningSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Trains the weights of a score by the cross-entropy method: the loss is the mean, over all graphs, of the logarithm of
 * a greedy game's cost over a searched baseline.
 */
public final class ScoreTraining {
    private static final int BASELINE_TRIES = 30_000;
    private static final CrossEntropy METHOD = new CrossEntropy(64, 10, 0.7, 0.02);

    /** A graph to train on, ready for games. */
    private record Example(StateTemplate template, VertexFeatures features, double baseline) {}

    private final List<Example> examples = new ArrayList<>();

    /** Graphs without choices or costs are left out. */
    public ScoreTraining(List<StateTemplate> templates) {
        for (StateTemplate template : templates) {
            Evaluator.check(template);
            RunningSearch search = RunningSearch.of(template, Budget.evaluations(BASELINE_TRIES), 1);
            new Portfolio().run(search);
            if (template.size() > 1 && search.best().total() > 0) {
                examples.add(new Example(
                        template, VertexFeatures.of(template), search.best().total()));
            }
        }
        if (examples.isEmpty()) {
            throw new GraphException(
                    "there is no graph to train on: each needs two vertices to eliminate, and an order "
                            + "that costs something");
        }
    }

    /** Number of graphs that count. */
    public int size() {
        return examples.size();
    }

    /** The mean logarithm of the cost of a greedy game over the baseline. */
    public double loss(AgentModel model) {
        return loss(model.score());
    }

    private double loss(VertexScore score) {
        double sum = 0;
        for (Example example : examples) {
            PolicyGame game =
                    new PolicyGame(example.features(), score, example.template().start());
            game.finish(Long.MAX_VALUE, 0, null);
            sum += Math.log(Math.max(1, game.game().spent()) / example.baseline());
        }
        return sum / examples.size();
    }

    /**
     * @param from the initial weights; the number of hidden units is kept
     * @param command recorded in the model
     * @param progress called with one line per generation
     */
    public AgentModel train(
            AgentModel from,
            int generations,
            long seed,
            int threads,
            String command,
            BooleanSupplier stopped,
            Consumer<String> progress) {
        double[] scale = scale();
        int count = from.weights().length;
        double[] start = new double[count];
        double[] spread = new double[count];
        Random random = new Random(seed);
        for (int k = 0; k < count; k++) {
            int within = k < VertexFeatures.COUNT ? k : (k - VertexFeatures.COUNT) % (VertexFeatures.COUNT + 2);
            double unit = within < VertexFeatures.COUNT ? scale[within] : 1;
            start[k] = from.weights()[k] != 0 || k < VertexFeatures.COUNT
                    ? from.weights()[k]
                    : 0.3 * unit * random.nextGaussian();
            spread[k] = from.hidden() == 0 ? unit : 0.3 * unit;
        }
        CrossEntropy.Found found = METHOD.minimize(
                start,
                spread,
                numbers -> loss(new AgentModel(from.hidden(), floats(numbers), "").score()),
                generations,
                seed,
                threads,
                stopped,
                (number, best, mean) -> progress.accept(String.format(
                        java.util.Locale.ROOT, "generation %d: best %.4f, mean %.4f", number, best, mean)));
        return new AgentModel(from.hidden(), floats(found.numbers()), command);
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) numbers[k];
        }
        return floats;
    }

    /**
     * One over the standard deviation of each feature along Markowitz games: so much weight moves a score by about one.
     */
    private double[] scale() {
        double[] sums = new double[VertexFeatures.COUNT];
        double[] squares = new double[VertexFeatures.COUNT];
        long rows = 0;
        for (Example example : examples) {
            BitsetState game = example.template().start();
            int[] order = Completion.markowitz(game, example.template().start());
            FeatureRows features = example.features().follow();
            float[] numbers = new float[game.size() * VertexFeatures.COUNT];
            for (int v : order) {
                features.update(game);
                int count = features.write(game, numbers, 0);
                for (int k = 0; k < count * VertexFeatures.COUNT; k++) {
                    sums[k % VertexFeatures.COUNT] += numbers[k];
                    squares[k % VertexFeatures.COUNT] += (double) numbers[k] * numbers[k];
                }
                rows += count;
                game.eliminate(v);
            }
        }
        double[] scale = new double[VertexFeatures.COUNT];
        for (int k = 0; k < scale.length; k++) {
            double mean = sums[k] / rows;
            double deviation = Math.sqrt(Math.max(0, squares[k] / rows - mean * mean));
            scale[k] = deviation < 1e-3 ? 0 : 1 / deviation; // a feature that never varies here gets no weight
        }
        return scale;
    }
}
