package crosscountry.kernel.cli;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.Named;
import crosscountry.network.DeviceChoice;
import crosscountry.training.InitialWeights;
import crosscountry.training.Iteration;
import crosscountry.training.Preset;
import crosscountry.training.RunConfig;
import crosscountry.training.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code train}: learns by self-play; an interrupt ends it, keeps the best and writes the checkpoint. */
@Command(
        name = "train",
        description = "Learns to play graphs by self-play, and keeps the best orders.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "GRAPH...",
            arity = "0..*",
            description = "Tasks' names or graph files; none with --resume.")
    private List<String> graphs = List.of();

    @Option(names = "--seconds", required = true, description = "How long to work now.")
    private double seconds;

    @Mixin
    private Effort effort;

    @Option(names = "--out", paramLabel = "DIR", description = "The run's folder; runs/GRAPH-N by default.")
    private Path out;

    @Option(names = "--resume", paramLabel = "DIR", description = "Goes on with the run in this folder, exactly.")
    private Path resume;

    @Option(names = "--preset", description = "laptop (default), paper or generalist.")
    private String preset;

    @Option(names = "--device", description = "auto, cpu (default) or gpu.")
    private String device;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description =
                    "Begins with the network in this file or run, or with the shipped one (generalist), instead of a fresh one.")
    private String from;

    @Option(names = "--json", description = "One JSON object instead of a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Best(long total, List<Integer> order) {}

    record Trained(Map<String, Best> best, long episodes, double seconds, String checkpoint) {}

    @Override
    public Integer call() {
        if (!(seconds > 0)) {
            throw new GraphException("--seconds must be above 0, not " + seconds);
        }
        Training training = new Training(seconds, effort.threads(), Training.INTERVAL, effort.stopped(), this::tell);
        Training.Outcome outcome = resume != null ? resumed(training) : started(training);
        Map<String, Best> best = new LinkedHashMap<>();
        outcome.best()
                .forEach((name, one) ->
                        best.put(name, new Best(one.total(), one.order().vertices())));
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Answer.json(new Trained(
                                        best,
                                        outcome.episodes(),
                                        outcome.seconds(),
                                        outcome.checkpoint().toString()))
                                : outcome.toString());
        return 0;
    }

    private Training.Outcome resumed(Training training) {
        if (!graphs.isEmpty() || out != null || from != null || preset != null || device != null) {
            throw new GraphException(
                    "--resume goes on with a run as it was begun: leave GRAPH, --out, --preset, --device and --from away");
        }
        return training.resume(resume);
    }

    private Training.Outcome started(Training training) {
        if (graphs.isEmpty()) {
            throw new GraphException("train needs a graph, or --resume DIR");
        }
        InitialWeights begin =
                InitialWeights.of(Preset.named(preset == null ? "laptop" : preset), Optional.ofNullable(from));
        RunConfig config = new RunConfig(
                graphs.stream().map(Named::graph).toList(),
                CostModel.PUBLISHED,
                effort.seed(),
                begin.preset(),
                DeviceChoice.named(device == null ? "cpu" : device));
        return training.start(
                config, begin.weights(), out != null ? out : Training.freshFolder(Path.of("runs"), config));
    }

    private void tell(Iteration row) {
        spec.commandLine()
                .getErr()
                .println(String.format(
                        Locale.ROOT,
                        "%8.1f s  %s %d, games %.1f, network alone %s, losses %.3f %.4f",
                        row.seconds(),
                        row.graph(),
                        row.best(),
                        row.mean(),
                        row.evaluation() == 0 ? "-" : row.evaluation(),
                        row.learned().policyLoss(),
                        row.learned().valueLoss()));
    }
}
