package crosscountry.training;

import crosscountry.corpus.Corpus;
import crosscountry.corpus.RandomMixedProgram;
import crosscountry.corpus.RandomProgram;
import crosscountry.corpus.RandomTensorProgram;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.graph.Graph;
import crosscountry.network.DeviceChoice;
import crosscountry.network.Network;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Expert iteration on searched orders: a network learns to imitate annealing's best orders, on the corpus's training
 * functions and on random programs. There is no self-play, and no task of the paper and no test function is used.
 * Losses and optimizer are those of {@link Trainer}.
 */
final class Imitation {
    private static final long ORDERS = 60_000;
    private static final int REPORT = 50;

    private final List<StateTemplate> templates = new ArrayList<>();
    private final List<int[]> orders = new ArrayList<>();
    private final int largest;
    private final long seed;

    /**
     * The training functions of the corpus and random programs, all annealed first.
     *
     * @param programs of scalars, every fourth of tensors
     * @param mixed programs in which scalars, vectors and matrices meet
     * @param largest vertices of a graph; larger ones are left out
     */
    public Imitation(int programs, int mixed, int largest, long seed) {
        this.largest = largest;
        this.seed = seed;
        for (SearchedOrder one : SearchedOrder.ofCorpus()) {
            if (Corpus.train().contains(one.name().substring(Corpus.PREFIX.length()))) {
                add(Corpus.graph(one.name()), one);
            }
        }
        for (int k = 0; k < programs; k++) {
            long own = Seeds.mix(seed, k);
            Graph graph =
                    k % 4 == 0 ? RandomTensorProgram.of(own, 15 + k % 50) : RandomProgram.scalar(own, 15 + k % 90);
            anneal(graph, own);
        }
        for (int k = 0; k < mixed; k++) {
            long own = Seeds.mix(seed, programs + k);
            anneal(RandomMixedProgram.of(own, 15 + k % 110), own);
        }
    }

    private void anneal(Graph graph, long own) {
        if (graph.vertices().size() <= largest) {
            add(graph, SearchedOrder.of(graph, ORDERS, own));
        }
    }

    private void add(Graph graph, SearchedOrder searched) {
        StateTemplate template = StateTemplate.of(graph, CostModel.PUBLISHED);
        if (template.size() > 2 && template.size() <= largest && searched.searched() > 0) {
            templates.add(template);
            orders.add(template.indices(searched.order()));
        }
    }

    public int graphs() {
        return templates.size();
    }

    /**
     * Trains for some steps.
     *
     * @param begin initial weights; not changed
     * @param games of each graph that positions are taken from
     * @param stopped polled after each step
     * @param progress called with lines of progress
     */
    public Weights train(
            Preset preset, Weights begin, int games, int steps, BooleanSupplier stopped, Consumer<String> progress) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Position> positions = new ArrayList<>();
        for (int k = 0; k < templates.size(); k++) {
            EqualMoves moves = new EqualMoves(templates.get(k));
            for (int game = 0; game < games; game++) {
                positions.addAll(moves.positions(k, orders.get(k), random));
            }
        }
        positions.sort(Comparator.comparingInt(
                position -> position.policy().length)); // batches of like size need little padding
        progress.accept(positions.size() + " positions of " + templates.size() + " graphs");
        Weights weights = begin.copy();
        AdamW optimizer = new AdamW(preset.optimizer(), weights);
        double[] sums = new double[2];
        try (Network network = Network.of(weights, DeviceChoice.CPU)) {
            NetworkEvaluator evaluator = new NetworkEvaluator(network);
            for (int step = 1; step <= steps && !stopped.getAsBoolean(); step++) {
                List<Network.Sample> batch = batch(positions, preset.learning().batch(), evaluator, random);
                Network.Lesson lesson =
                        Network.learn(weights, batch, preset.learning().valueWeight(), DeviceChoice.CPU);
                optimizer.step(lesson.gradients());
                sums[0] += lesson.policy() / REPORT;
                sums[1] += lesson.value() / REPORT;
                if (step % REPORT == 0) {
                    progress.accept(String.format(
                            Locale.ROOT,
                            "step %d: policy %.4f, value %.4f, rate %.5f",
                            step,
                            sums[0],
                            sums[1],
                            optimizer.rate()));
                    sums = new double[2];
                }
            }
        }
        return weights;
    }

    private List<Network.Sample> batch(
            List<Position> positions, int size, NetworkEvaluator evaluator, SplittableRandom random) {
        int middle = random.nextInt(positions.size());
        int reach = Math.max(size, positions.size() / 15);
        List<Network.Sample> batch = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            int place = Math.max(0, Math.min(positions.size() - 1, middle - reach + random.nextInt(2 * reach + 1)));
            Position position = positions.get(place);
            BitsetState game = templates.get(position.graph()).start();
            for (int v : position.moves()) {
                game.eliminate(v);
            }
            batch.add(
                    new Network.Sample(evaluator.tokens(game), position.policy(), position.value()).renumbered(random));
        }
        return batch;
    }
}
