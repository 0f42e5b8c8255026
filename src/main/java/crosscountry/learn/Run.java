package crosscountry.learn;

import crosscountry.game.FastGame;
import crosscountry.game.GameTemplate;
import crosscountry.network.Network;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.Weights;
import crosscountry.search.agent.Evaluation;
import crosscountry.search.agent.Evaluator;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * A training run, one iteration at a time. In an iteration, side by side: the rollout policies of a graph play and adapt; search
 * games with the network's prior are played, whose values are games played on by these policies; the network learns from earlier
 * iterations. What comes of them is put together in a fixed order, so that neither the number of threads nor a stop between two
 * iterations changes anything.
 */
final class Run implements AutoCloseable {
    /** Larger graphs get less of each in an iteration, so that one stays a matter of seconds. */
    private static final double FULL_SIZE = 120;

    private final RunConfig config;
    private final Preset preset;
    private final List<GameTemplate> templates;
    private final List<List<NestedRollouts>> lanes = new ArrayList<>();
    private final AdamW optimizer;
    private final Trainer trainer;
    private final Replay replay;
    private final int[][] best;
    private final long[] total;
    private final long[] evaluation;
    private NetworkEvaluator evaluator;
    private long iteration;
    private double seconds;
    private long rollouts;
    private long games;
    private long moves;
    private long simulations;
    private long samples;

    /** @param begin weights to begin with, or null for fresh ones */
    Run(RunConfig config, Weights begin) {
        this.config = config;
        preset = config.preset();
        templates = config.templates();
        for (GameTemplate template : templates) {
            List<NestedRollouts> own = new ArrayList<>();
            for (int lane = 0; lane < preset.lanes(); lane++) {
                own.add(new NestedRollouts(template, preset.width(), config.seed(), lane));
            }
            lanes.add(own);
        }
        optimizer = new AdamW(preset, begin == null ? Weights.random(preset.network(), Seeds.mix(config.seed(), 1)) : begin.copy());
        trainer = new Trainer(preset, templates, config.device(), optimizer);
        replay = new Replay(preset.replay());
        best = new int[templates.size()][0];
        total = new long[templates.size()];
        Arrays.fill(total, Long.MAX_VALUE);
        evaluation = new long[templates.size()];
        evaluator = new NetworkEvaluator(Network.of(optimizer.weights(), config.device()));
    }

    RunConfig config() {
        return config;
    }

    List<GameTemplate> templates() {
        return templates;
    }

    Weights weights() {
        return optimizer.weights();
    }

    long iteration() {
        return iteration;
    }

    long rollouts() {
        return rollouts;
    }

    long games() {
        return games;
    }

    /** The best order of a graph, as indices; empty before the first. */
    int[] best(int graph) {
        return best[graph];
    }

    long total(int graph) {
        return total[graph];
    }

    Iteration iterate(Crew crew) {
        long begun = System.nanoTime();
        int graph = (int) (iteration % templates.size());
        GameTemplate template = templates.get(graph);
        evaluator.network().close();
        evaluator = evaluator.with(Network.of(optimizer.weights(), config.device()));
        double share = Math.min(1, Math.pow(FULL_SIZE / template.size(), 2));
        int gameCount = (int) Math.max(1, Math.round(share * preset.games()));
        int roundCount = (int) Math.max(1, Math.round(share * preset.rounds()));
        List<Position> imitation = imitation(graph);
        NetworkEvaluator eyes = evaluator;
        long seed = Seeds.mix(config.seed(), 2, iteration);
        List<NestedRollouts> own = lanes.get(graph);
        Evaluator leaves = own.isEmpty() ? eyes : new PlayedOn(eyes, own.get((int) (iteration / templates.size() % own.size())).policy().copy(),
                new SplittableRandom(Seeds.mix(seed, 1)));
        boolean evaluates = iteration % ((long) preset.evaluateEvery() * templates.size()) < templates.size();

        Crew.Share<Trainer.Losses> learning = crew.share(() -> trainer.train(replay, imitation, eyes, Seeds.mix(config.seed(), 3)));
        Crew.Share<List<SelfPlay.Played>> playing = crew.share(() -> new SelfPlay(preset, graph, template).play(leaves, gameCount, seed));
        List<Crew.Share<List<NestedRollouts.Round>>> adapting = own.stream().map(lane -> crew.share(rounds(lane, roundCount))).toList();
        Crew.Share<int[]> alone = evaluates ? crew.share(() -> greedy(template, eyes)) : null;
        crew.work();

        for (Crew.Share<List<NestedRollouts.Round>> lane : adapting) {
            for (NestedRollouts.Round round : lane.result()) {
                take(graph, round.order(), round.cost());
                rollouts += round.games();
            }
        }
        double mean = 0;
        for (SelfPlay.Played played : playing.result()) {
            take(graph, played.best(), played.bestTotal());
            replay.add(played.positions());
            mean += (double) played.total() / gameCount;
            games++;
            moves += played.order().length;
            simulations += played.simulations();
        }
        if (alone != null) {
            evaluation[graph] = template.start().total(alone.result());
            take(graph, alone.result(), evaluation[graph]);
        }
        Trainer.Losses losses = learning.result();
        samples += losses.samples();
        iteration++;
        seconds += (System.nanoTime() - begun) / 1e9;
        return new Iteration(iteration, seconds, template.graph().name(), total[graph], mean, evaluation[graph], rollouts, games, moves, simulations,
                samples, losses.policy(), losses.value(), losses.entropy(), optimizer.rate(), losses.gradient());
    }

    private static Callable<List<NestedRollouts.Round>> rounds(NestedRollouts lane, int count) {
        return () -> {
            List<NestedRollouts.Round> rounds = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                rounds.add(lane.round());
            }
            return rounds;
        };
    }

    /** What the network plays alone, without noise. */
    private static int[] greedy(GameTemplate template, NetworkEvaluator evaluator) {
        FastGame game = template.start();
        int[] open = new int[game.size()];
        while (!game.done()) {
            Evaluation evaluation = evaluator.evaluate(List.of(game)).get(0);
            game.open(open);
            int chosen = 0;
            for (int k = 1; k < evaluation.logits().length; k++) {
                chosen = evaluation.logits()[k] > evaluation.logits()[chosen] ? k : chosen;
            }
            game.eliminate(open[chosen]);
        }
        return NestedRollouts.moves(game);
    }

    /** The run's own best games of a graph: of all, and of each rollout policy since it began anew. */
    private List<Position> imitation(int graph) {
        List<Position> positions = new ArrayList<>();
        if (preset.imitation() > 0 && best[graph].length > 0) {
            positions.addAll(SelfPlay.imitation(graph, templates.get(graph), best[graph]));
            for (NestedRollouts lane : lanes.get(graph)) {
                if (lane.order().length > 0) {
                    positions.addAll(SelfPlay.imitation(graph, templates.get(graph), lane.order()));
                }
            }
        }
        return positions;
    }

    private void take(int graph, int[] order, long cost) {
        if (cost < total[graph]) {
            total[graph] = cost;
            best[graph] = order.clone();
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(iteration);
        out.writeDouble(seconds);
        for (long count : new long[] {rollouts, games, moves, simulations, samples}) {
            out.writeLong(count);
        }
        for (int graph = 0; graph < best.length; graph++) {
            Bytes.write(out, best[graph]);
            out.writeLong(total[graph]);
            out.writeLong(evaluation[graph]);
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.write(out);
            }
        }
        optimizer.write(out);
        replay.write(out);
    }

    void read(DataInput in) throws IOException {
        iteration = in.readLong();
        seconds = in.readDouble();
        rollouts = in.readLong();
        games = in.readLong();
        moves = in.readLong();
        simulations = in.readLong();
        samples = in.readLong();
        for (int graph = 0; graph < best.length; graph++) {
            best[graph] = Bytes.ints(in);
            total[graph] = in.readLong();
            evaluation[graph] = in.readLong();
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.read(in);
            }
        }
        optimizer.read(in);
        replay.read(in);
    }

    @Override
    public void close() {
        evaluator.network().close();
    }
}
