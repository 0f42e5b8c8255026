package crosscountry.kernel.command.option;

import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.GraphException;
import crosscountry.kernel.command.declaration.Positive;
import crosscountry.network.DeviceChoice;
import crosscountry.network.Weights;
import crosscountry.training.InitialWeights;
import crosscountry.training.Preset;
import crosscountry.training.RunConfig;
import crosscountry.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a training run learns, from what, how long and where. */
@Command(
        description = {
            "Learns to play graphs by self-play, and keeps the best orders.",
            "Begins from nothing unless told otherwise. In a notebook the run is a job with a folder of its own; the"
                    + " cell follows its first graph with curves: best and mean of the games, the network alone without"
                    + " noise, forward, reverse, Markowitz, a short annealing and the published result as lines; below"
                    + " them losses and entropy. An interrupt ends the waiting, not the job: the command jobs lists,"
                    + " pauses, stops and resumes."
        })
public final class TrainOptions {
    private static final double SECONDS = 600;

    @Parameters(
            paramLabel = "GRAPH...",
            arity = "0..*",
            description = "Built-in tasks or graph files, in a notebook variables first of all; none with --resume.",
            completionCandidates = Completing.Graphs.class)
    private List<String> graphs = List.of();

    @ArgGroup
    private Duration duration;

    @Mixin
    private EffortOptions effort;

    @Option(names = "--out", paramLabel = "DIR", description = "The run's folder; runs/GRAPH-N by default.")
    private Path out;

    @Option(names = "--resume", paramLabel = "DIR", description = "Goes on with the run in this folder, exactly.")
    private Path resume;

    @Option(
            names = "--preset",
            paramLabel = "laptop|paper|generalist",
            description = "How the run learns; laptop by default.")
    private String preset;

    @Option(
            names = "--device",
            paramLabel = "auto|cpu|gpu",
            description = "Where the network is computed; cpu by default.")
    private String device;

    @Option(
            names = "--from",
            paramLabel = "MODEL",
            description =
                    "Begins with the network in this file or run, or with the shipped one (generalist), instead of"
                            + " a fresh one.")
    private String from;

    /** How long to work now; ten minutes where nothing is said. */
    private static final class Duration {
        @Option(
                names = "--seconds",
                paramLabel = "S",
                description = "How long to work now (600).",
                converter = Positive.class)
        private Double seconds;

        @Option(
                names = "--minutes",
                paramLabel = "M",
                description = "How long in minutes (10).",
                converter = Positive.class)
        private Double minutes;
    }

    /** A run that is begun. */
    public record Begun(RunConfig config, Weights weights, Path folder) {}

    public double seconds() {
        return duration == null ? SECONDS : duration.seconds != null ? duration.seconds : 60 * duration.minutes;
    }

    public EffortOptions effort() {
        return effort;
    }

    /** The folder of the run to go on with, if there is one. */
    public Optional<Path> resumed() {
        if (resume != null
                && !(graphs.isEmpty()
                        && out == null
                        && from == null
                        && preset == null
                        && device == null
                        && !effort.namesSeed())) {
            throw new GraphException("--resume goes on with a run as it was begun:"
                    + " leave out GRAPH, --out, --preset, --device, --from and --seed");
        }
        return Optional.ofNullable(resume);
    }

    /** What to begin. */
    public Begun begun(Names names) {
        if (graphs.isEmpty()) {
            throw new GraphException("training needs a graph, or --resume DIR");
        }
        InitialWeights begin =
                InitialWeights.of(Preset.named(preset == null ? "laptop" : preset), Optional.ofNullable(from));
        RunConfig config = new RunConfig(
                graphs.stream().map(names::graph).toList(),
                CostModel.PUBLISHED,
                effort.seed(),
                begin.preset(),
                DeviceChoice.named(device == null ? "cpu" : device));
        return new Begun(config, begin.weights(), out != null ? out : Training.freshFolder(Path.of("runs"), config));
    }
}
