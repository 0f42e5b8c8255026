package crosscountry.training;

import crosscountry.agent.Evaluator;
import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.network.Network;
import crosscountry.network.NetworkEvaluator;
import crosscountry.network.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * A training run, one iteration at a time. In an iteration, side by side: the rollout policies of a graph play and
 * adapt; search games with the network's prior are played, whose values are games played on by these policies; the
 * network learns from earlier iterations. Their results are merged in a fixed order, so neither the number of threads
 * nor a stop between two iterations changes anything.
 */
final class Run implements AutoCloseable {
    /** Larger graphs get less work per iteration, so that an iteration takes seconds. */
    private static final double FULL_SIZE = 120;

    private final RunConfig config;
    private final Preset preset;
    private final List<StateTemplate> templates;
    private final List<List<NestedRollouts>> lanes = new ArrayList<>();
    private final AdamW optimizer;
    private final BestCheckpoint checkpoint;
    private final Trainer trainer;
    private final Replay replay;
    /** The replay buffer, and the incumbents, to which an interrupted iteration also contributes. */
    private final Incumbents best;

    private final Incumbents ever;
    private final long[] evaluation;
    private NetworkEvaluator evaluator;
    private long iteration;
    private double seconds;
    private Iteration.Counts counts = Iteration.Counts.NONE;

    /** @param begin weights to begin with, or null for fresh ones */
    Run(RunConfig config, Weights begin) {
        this.config = config;
        preset = config.preset();
        templates = config.templates();
        for (StateTemplate template : templates) {
            List<NestedRollouts> own = new ArrayList<>();
            for (int lane = 0; lane < preset.rollouts().lanes(); lane++) {
                own.add(new NestedRollouts(template, preset.rollouts().width(), config.seed(), lane));
            }
            lanes.add(own);
        }
        optimizer = new AdamW(
                preset.optimizer(),
                begin == null ? Weights.random(preset.network(), Seeds.mix(config.seed(), 1)) : begin.copy());
        checkpoint = new BestCheckpoint(optimizer.weights());
        trainer = new Trainer(preset.learning(), templates, config.device(), optimizer);
        replay = new Replay(preset.learning().replay());
        best = new Incumbents(templates.size());
        ever = new Incumbents(templates.size());
        for (int graph = 0; graph < templates.size(); graph++) {
            BitsetState game = templates.get(graph).start();
            new RolloutPolicy(game.size()).play(game, new SplittableRandom(Seeds.mix(config.seed(), graph)));
            ever.take(graph, game.moves(), game.spent());
        }
        evaluation = new long[templates.size()];
        evaluator = new NetworkEvaluator(Network.of(optimizer.weights(), config.device()));
    }

    RunConfig config() {
        return config;
    }

    List<StateTemplate> templates() {
        return templates;
    }

    Weights weights() {
        return optimizer.weights();
    }

    /** The best checkpoint so far. */
    Weights model() {
        return checkpoint.weights();
    }

    long iteration() {
        return iteration;
    }

    Iteration.Counts counts() {
        return counts;
    }

    /** The incumbent of a graph over the whole run. */
    int[] best(int graph) {
        return ever.order(graph);
    }

    long total(int graph) {
        return ever.total(graph);
    }

    /** One iteration; nothing if it was stopped: then only the incumbents may have changed. */
    Optional<Iteration> iterate(WorkerPool workers, Stop stop) {
        long begun = System.nanoTime();
        int graph = (int) (iteration % templates.size());
        evaluator.network().close();
        evaluator = evaluator.with(Network.of(optimizer.weights(), config.device()));
        Weights asked = optimizer.weights().copy();
        byte[] before = learned(graph);
        Tasks tasks = submit(graph, workers, stop);
        workers.work();
        boolean cut = stop.hasCome();
        Incumbents found = tasks.found(graph, templates);
        ever.takeAll(found);
        Trainer.Losses losses = tasks.learning().result();
        if (cut) {
            restore(graph, before);
            return Optional.empty();
        }
        best.takeAll(found);
        tasks.ownGame().ifPresent(game -> judge(graph, game, asked));
        double mean = take(tasks, losses);
        iteration++;
        seconds += (System.nanoTime() - begun) / 1e9;
        return Optional.of(row(graph, mean, losses));
    }

    /**
     * The parallel tasks of one iteration.
     *
     * @param alone the network's game by itself; null in most iterations
     */
    private record Tasks(
            List<WorkerPool.Future<List<NestedRollouts.Round>>> adapting,
            WorkerPool.Future<Trainer.Losses> learning,
            WorkerPool.Future<List<SelfPlay.Played>> playing,
            WorkerPool.Future<int[]> alone) {
        /** The cheapest orders of all games. */
        Incumbents found(int graph, List<StateTemplate> templates) {
            Incumbents found = new Incumbents(templates.size());
            for (NestedRollouts.Round round : rounds()) {
                found.take(graph, round.order(), round.cost());
            }
            for (SelfPlay.Played played : playing.result()) {
                found.take(graph, played.best(), played.bestTotal());
            }
            StateTemplate template = templates.get(graph);
            ownGame()
                    .filter(order -> order.length == template.size())
                    .ifPresent(
                            order -> found.take(graph, order, template.start().total(order)));
            return found;
        }

        List<NestedRollouts.Round> rounds() {
            return adapting.stream().flatMap(lane -> lane.result().stream()).toList();
        }

        Optional<int[]> ownGame() {
            return Optional.ofNullable(alone).map(WorkerPool.Future::result);
        }
    }

    private Tasks submit(int graph, WorkerPool workers, Stop stop) {
        StateTemplate template = templates.get(graph);
        double share = Math.min(1, Math.pow(FULL_SIZE / template.size(), 2));
        int gameCount = (int) Math.max(
                Math.min(1, preset.games().games()),
                Math.round(share * preset.games().games()));
        int roundCount = (int) Math.max(1, Math.round(share * preset.rollouts().rounds()));
        long seed = Seeds.mix(config.seed(), 2, iteration);
        List<Position> imitation = imitation(graph);
        NetworkEvaluator network = evaluator;
        Evaluator leaves = leaves(graph, network, seed);
        boolean evaluates = preset.learning().steps() > 0
                && iteration % ((long) preset.evaluateEvery() * templates.size()) < templates.size();
        return new Tasks(
                lanes.get(graph).stream()
                        .map(lane -> workers.submit(rounds(lane, roundCount, stop)))
                        .toList(),
                workers.submit(() -> trainer.train(replay, imitation, network, Seeds.mix(config.seed(), 3), stop)),
                workers.submit(() -> new SelfPlay(preset, graph, template).play(leaves, gameCount, seed, stop)),
                evaluates ? workers.submit(() -> network.greedyOrder(template, stop)) : null);
    }

    /** The evaluator of search games: the network, with rollouts as values where there are rollout policies. */
    private Evaluator leaves(int graph, NetworkEvaluator network, long seed) {
        List<NestedRollouts> own = lanes.get(graph);
        if (own.isEmpty()) {
            return network;
        }
        RolloutPolicy policy = own.get((int) (iteration / templates.size() % own.size()))
                .policy()
                .copy();
        return new RolloutEvaluator(network, policy, new SplittableRandom(Seeds.mix(seed, 1)));
    }

    /**
     * Records the cost of the network's own game; after the last graph, decides whether these weights are the best
     * checkpoint.
     */
    private void judge(int graph, int[] game, Weights asked) {
        evaluation[graph] = templates.get(graph).start().total(game);
        if (graph == templates.size() - 1) {
            checkpoint.challenge(asked, evaluation);
        }
    }

    /** Counts what was done and keeps the positions; returns the mean cost of the search games. */
    private double take(Tasks tasks, Trainer.Losses losses) {
        List<SelfPlay.Played> played = tasks.playing().result();
        counts = counts.plus(new Iteration.Counts(
                tasks.rounds().stream().mapToLong(NestedRollouts.Round::games).sum(),
                played.size(),
                played.stream().mapToLong(game -> game.order().length).sum(),
                played.stream().mapToLong(SelfPlay.Played::simulations).sum(),
                losses.samples()));
        double mean = played.isEmpty() ? Double.NaN : 0;
        for (SelfPlay.Played game : played) {
            replay.add(game.positions());
            mean += (double) game.total() / played.size();
        }
        return mean;
    }

    private Iteration row(int graph, double mean, Trainer.Losses losses) {
        return new Iteration(
                iteration,
                seconds,
                templates.get(graph).graph().name(),
                best.total(graph),
                mean,
                evaluation[graph],
                counts,
                new Iteration.Learned(
                        losses.policy(), losses.value(), losses.entropy(), optimizer.rate(), losses.gradient()));
    }

    /** What an iteration changes before its end. */
    private byte[] learned(int graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.write(out);
            }
            optimizer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void restore(int graph, byte[] learned) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(learned))) {
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.read(in);
            }
            optimizer.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Callable<List<NestedRollouts.Round>> rounds(NestedRollouts lane, int count, Stop stop) {
        return () -> {
            List<NestedRollouts.Round> rounds = new ArrayList<>();
            for (int k = 0; k < count && !stop.getAsBoolean(); k++) {
                rounds.add(lane.round(stop));
            }
            return rounds;
        };
    }

    /** The run's own best games of a graph: of all, and of each rollout policy since it began anew. */
    private List<Position> imitation(int graph) {
        List<Position> positions = new ArrayList<>();
        if (preset.learning().imitation() > 0 && best.order(graph).length > 0) {
            positions.addAll(SelfPlay.imitation(graph, templates.get(graph), best.order(graph)));
            for (NestedRollouts lane : lanes.get(graph)) {
                if (lane.order().length > 0) {
                    positions.addAll(SelfPlay.imitation(graph, templates.get(graph), lane.order()));
                }
            }
        }
        return positions;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(iteration);
        out.writeDouble(seconds);
        for (long count :
                new long[] {counts.rollouts(), counts.games(), counts.moves(), counts.simulations(), counts.samples()
                }) {
            out.writeLong(count);
        }
        best.write(out);
        for (int graph = 0; graph < evaluation.length; graph++) {
            out.writeLong(evaluation[graph]);
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.write(out);
            }
        }
        optimizer.write(out);
        checkpoint.write(out);
        replay.write(out);
    }

    void read(DataInput in) throws IOException {
        iteration = in.readLong();
        seconds = in.readDouble();
        counts = new Iteration.Counts(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong());
        best.read(in);
        ever.takeAll(best);
        for (int graph = 0; graph < evaluation.length; graph++) {
            evaluation[graph] = in.readLong();
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.read(in);
            }
        }
        optimizer.read(in);
        checkpoint.read(in);
        replay.read(in);
    }

    @Override
    public void close() {
        evaluator.network().close();
    }
}
