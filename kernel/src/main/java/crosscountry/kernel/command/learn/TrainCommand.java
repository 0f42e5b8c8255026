package crosscountry.kernel.command.learn;

import crosscountry.elimination.edge.CostModel;
import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Named;
import crosscountry.kernel.command.Words;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.learn.CurvesRenderer;
import crosscountry.network.DeviceChoice;
import crosscountry.training.Curves;
import crosscountry.training.InitialWeights;
import crosscountry.training.Preset;
import crosscountry.training.RunConfig;
import crosscountry.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** {@code %train}: learns a graph by self-play as a job, and follows it with a line and live curves. */
public final class TrainCommand implements Command {
    private static final long BETWEEN_LOOKS = 500;
    /** Looks between two drawings: one takes a tenth of a second from the training. */
    private static final int LOOKS = 4;

    private final List<TrainingJob> jobs = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "train";
    }

    @Override
    public String synopsis() {
        return "%train GRAPH [--minutes M] [--seed N] [--preset laptop|paper|generalist] [--from MODEL] [--out DIR]  learn a graph by self-play, as a job";
    }

    @Override
    public String help() {
        return """
                Learns to play a graph, from nothing unless told otherwise, and keeps the best order. The run is a job with a folder of its own; the cell
                follows it with curves: best and mean of the games, the network alone without noise, forward, reverse,
                Markowitz, a short annealing and the published result as lines; below them losses and entropy. An interrupt ends the waiting, not the job: %jobs lists, pauses, stops and resumes.
                  --minutes M     how long (10)          --seed N     of the random numbers (0)
                  --preset NAME   laptop (default), paper or generalist
                  --from MODEL    begin with this network: generalist (the shipped one), a file, or another run's folder
                  --out DIR       the run's folder (runs/GRAPH-N)""";
    }

    List<TrainingJob> jobs() {
        return jobs;
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        Words words = Words.of("%train", line, Set.of("minutes", "seed", "preset", "from", "out"), Set.of());
        if (words.plain().size() != 1) {
            throw new IllegalArgumentException(
                    "%train needs one graph: " + synopsis().split("  ")[0]);
        }
        InitialWeights begin =
                InitialWeights.of(Preset.named(words.option("preset").orElse("laptop")), words.option("from"));
        RunConfig config = new RunConfig(
                List.of(Named.graph(context, words.plain().get(0))),
                CostModel.PUBLISHED,
                words.number("%train", "seed", 0, Integer.MIN_VALUE),
                begin.preset(),
                DeviceChoice.CPU);
        Path folder = words.option("out").map(Path::of).orElseGet(() -> Training.freshFolder(Path.of("runs"), config));
        TrainingJob job = new TrainingJob(
                jobs.size() + 1,
                config,
                begin.weights(),
                folder,
                60 * minutes(words.option("minutes").orElse("10")));
        jobs.add(job);
        String shown = context.display(MimeBundle.text("job " + job.line()));
        Curves empty = new Curves(
                config.graphs().get(0).name(),
                List.of(),
                Curves.lines(config.graphs().get(0), config.rules()));
        try {
            for (int look = 0; job.runs(); look++) {
                context.checkInterrupt();
                Thread.sleep(BETWEEN_LOOKS);
                if (look % LOOKS == 0) {
                    context.updateDisplay(shown, CurvesRenderer.live("job " + job.line(), empty.with(job.rows)));
                }
            }
        } catch (InterruptedException e) {
            return "job " + job.number + " goes on; %jobs shows it, %jobs stop " + job.number + " ends it";
        }
        context.updateDisplay(shown, CurvesRenderer.live("job " + job.line(), empty.with(job.rows)));
        return null;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        String begin = argsBeforeCursor.stripLeading();
        return begin.contains(" ") ? List.of() : Named.completions(context, begin);
    }

    private static double minutes(String text) {
        try {
            double minutes = Double.parseDouble(text);
            if (minutes > 0 && minutes < 1e6) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what would do
        }
        throw new IllegalArgumentException("%train: --minutes is a number above 0, not \"" + text + "\"");
    }
}
