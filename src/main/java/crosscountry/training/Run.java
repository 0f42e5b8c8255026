package crosscountry.training;

import crosscountry.agent.Evaluator;
import crosscountry.agent.LikeliestGame;
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
 * network learns from earlier iterations. What comes of them is put together in a fixed order, so that neither the
 * number of threads nor a stop between two iterations changes anything.
 */
final class Run implements AutoCloseable {
    /** Larger graphs get less of each in an iteration, so that one stays a matter of seconds. */
    private static final double FULL_SIZE = 120;

    private final RunConfig config;
    private final Preset preset;
    private final List<StateTemplate> templates;
    private final List<List<NestedRollouts>> lanes = new ArrayList<>();
    private final AdamW optimizer;
    private final BestCheckpoint champion;
    private final Trainer trainer;
    private final Replay replay;
    /** What the run learns from, and what it found ever, which a cut iteration adds to. */
    private final Incumbents best;

    private final Incumbents ever;
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
        for (StateTemplate template : templates) {
            List<NestedRollouts> own = new ArrayList<>();
            for (int lane = 0; lane < preset.lanes(); lane++) {
                own.add(new NestedRollouts(template, preset.width(), config.seed(), lane));
            }
            lanes.add(own);
        }
        optimizer = new AdamW(
                preset, begin == null ? Weights.random(preset.network(), Seeds.mix(config.seed(), 1)) : begin.copy());
        champion = new BestCheckpoint(optimizer.weights());
        trainer = new Trainer(preset, templates, config.device(), optimizer);
        replay = new Replay(preset.replay());
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

    /** The weights that played best by themselves so far. */
    Weights model() {
        return champion.weights();
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

    /** The cheapest order of a graph that the run found ever. */
    int[] best(int graph) {
        return ever.order(graph);
    }

    long total(int graph) {
        return ever.total(graph);
    }

    /** One iteration; nothing if it was stopped, and then all is as before but the cheapest orders. */
    Optional<Iteration> iterate(WorkerPool crew, Stop stop) {
        long begun = System.nanoTime();
        int graph = (int) (iteration % templates.size());
        StateTemplate template = templates.get(graph);
        evaluator.network().close();
        evaluator = evaluator.with(Network.of(optimizer.weights(), config.device()));
        double share = Math.min(1, Math.pow(FULL_SIZE / template.size(), 2));
        int gameCount = (int) Math.max(Math.min(1, preset.games()), Math.round(share * preset.games()));
        int roundCount = (int) Math.max(1, Math.round(share * preset.rounds()));
        List<Position> imitation = imitation(graph);
        NetworkEvaluator eyes = evaluator;
        Weights asked = optimizer.weights().copy();
        long seed = Seeds.mix(config.seed(), 2, iteration);
        List<NestedRollouts> own = lanes.get(graph);
        byte[] before = learned(graph);
        Evaluator leaves = own.isEmpty()
                ? eyes
                : new RolloutEvaluator(
                        eyes,
                        own.get((int) (iteration / templates.size() % own.size()))
                                .policy()
                                .copy(),
                        new SplittableRandom(Seeds.mix(seed, 1)));
        boolean evaluates =
                preset.steps() > 0 && iteration % ((long) preset.evaluateEvery() * templates.size()) < templates.size();

        List<WorkerPool.Share<List<NestedRollouts.Round>>> adapting = own.stream()
                .map(lane -> crew.share(rounds(lane, roundCount, stop)))
                .toList();
        WorkerPool.Share<Trainer.Losses> learning =
                crew.share(() -> trainer.train(replay, imitation, eyes, Seeds.mix(config.seed(), 3), stop));
        WorkerPool.Share<List<SelfPlay.Played>> playing =
                crew.share(() -> new SelfPlay(preset, graph, template).play(leaves, gameCount, seed, stop));
        WorkerPool.Share<int[]> alone = evaluates ? crew.share(() -> LikeliestGame.play(template, eyes, stop)) : null;
        crew.work();

        boolean cut = stop.hasCome();
        Incumbents found = new Incumbents(templates.size());
        long roundGames = 0;
        for (WorkerPool.Share<List<NestedRollouts.Round>> lane : adapting) {
            for (NestedRollouts.Round round : lane.result()) {
                found.take(graph, round.order(), round.cost());
                roundGames += round.games();
            }
        }
        for (SelfPlay.Played played : playing.result()) {
            found.take(graph, played.best(), played.bestTotal());
        }
        int[] ownGame = alone == null ? new int[0] : alone.result();
        if (ownGame.length == template.size()) {
            found.take(graph, ownGame, template.start().total(ownGame));
        }
        ever.takeAll(found);
        Trainer.Losses losses = learning.result();
        if (cut) {
            restore(graph, before);
            return Optional.empty();
        }
        best.takeAll(found);
        if (alone != null) {
            evaluation[graph] = template.start().total(ownGame);
            if (graph == templates.size() - 1) {
                champion.challenge(asked, evaluation);
            }
        }
        rollouts += roundGames;
        double mean = gameCount == 0 ? Double.NaN : 0;
        for (SelfPlay.Played played : playing.result()) {
            replay.add(played.positions());
            mean += (double) played.total() / gameCount;
            games++;
            moves += played.order().length;
            simulations += played.simulations();
        }
        samples += losses.samples();
        iteration++;
        seconds += (System.nanoTime() - begun) / 1e9;
        return Optional.of(new Iteration(
                iteration,
                seconds,
                template.graph().name(),
                best.total(graph),
                mean,
                evaluation[graph],
                rollouts,
                games,
                moves,
                simulations,
                samples,
                losses.policy(),
                losses.value(),
                losses.entropy(),
                optimizer.rate(),
                losses.gradient()));
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
        if (preset.imitation() > 0 && best.order(graph).length > 0) {
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
        for (long count : new long[] {rollouts, games, moves, simulations, samples}) {
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
        champion.write(out);
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
        best.read(in);
        ever.takeAll(best);
        for (int graph = 0; graph < evaluation.length; graph++) {
            evaluation[graph] = in.readLong();
            for (NestedRollouts lane : lanes.get(graph)) {
                lane.read(in);
            }
        }
        optimizer.read(in);
        champion.read(in);
        replay.read(in);
    }

    @Override
    public void close() {
        evaluator.network().close();
    }
}
