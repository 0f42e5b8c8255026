package crosscountry.kernel.command.learn;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.TrainOptions;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.learn.CurvesRenderer;
import crosscountry.training.Curves;
import crosscountry.training.Iteration;
import crosscountry.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code %train}: learns graphs by self-play as a job, and follows the first with a line and live curves. */
public final class TrainCommand extends Magic {
    private static final long BETWEEN_LOOKS = 500;
    /** Looks between two drawings: one takes a tenth of a second from the training. */
    private static final int LOOKS = 4;

    private final List<TrainingJob> jobs = new CopyOnWriteArrayList<>();

    public TrainCommand() {
        super("%train");
    }

    List<TrainingJob> jobs() {
        return jobs;
    }

    @Override
    protected Call call() {
        return new Train();
    }

    @Command
    private final class Train implements Call {
        @Mixin
        private TrainOptions options;

        @Override
        public Object run(CommandContext context, String body) {
            Optional<Path> folder = options.resumed();
            return folder.isPresent()
                    ? resumed(context, folder.get())
                    : begun(context, options.begun(new Names.OfSession(context)));
        }

        private Object begun(CommandContext context, TrainOptions.Begun run) {
            String name = run.config().graphs().get(0).name();
            TrainingJob job =
                    job(name, run.folder(), 0, training -> training.start(run.config(), run.weights(), run.folder()));
            String shown = context.display(MimeBundle.text("job " + job.line()));
            return follow(
                    context,
                    job,
                    shown,
                    new Curves(
                            name,
                            List.of(),
                            Curves.lines(
                                    run.config().graphs().get(0), run.config().rules())));
        }

        private Object resumed(CommandContext context, Path folder) {
            Curves past = Curves.of(folder);
            double before =
                    past.rows().stream().mapToDouble(Iteration::seconds).max().orElse(0);
            TrainingJob job = job(past.graph(), folder, before, training -> training.resume(folder));
            return follow(context, job, context.display(MimeBundle.text("job " + job.line())), past);
        }

        private TrainingJob job(String name, Path folder, double before, Consumer<Training> work) {
            TrainingJob job = new TrainingJob(
                    jobs.size() + 1,
                    new TrainingJob.Plan(
                            name,
                            folder,
                            options.seconds(),
                            before,
                            options.effort().threads(),
                            work));
            jobs.add(job);
            return job;
        }
    }

    private static Object follow(CommandContext context, TrainingJob job, String shown, Curves past) {
        try {
            for (int look = 0; job.runs(); look++) {
                context.checkInterrupt();
                Thread.sleep(BETWEEN_LOOKS);
                if (look % LOOKS == 0) {
                    draw(context, job, shown, past);
                }
            }
        } catch (InterruptedException e) {
            return "job " + job.number + " goes on; %jobs shows it, %jobs stop " + job.number + " ends it";
        }
        draw(context, job, shown, past);
        return null;
    }

    private static void draw(CommandContext context, TrainingJob job, String shown, Curves past) {
        List<Iteration> rows = job.rows.stream()
                .filter(row -> row.graph().equals(past.graph()))
                .toList();
        long first = rows.isEmpty() ? Long.MAX_VALUE : rows.get(0).iteration(); // what was cut short is made again
        Stream<Iteration> kept = past.rows().stream().filter(row -> row.iteration() < first);
        context.updateDisplay(
                shown,
                CurvesRenderer.live(
                        "job " + job.line(),
                        past.with(Stream.concat(kept, rows.stream()).toList())));
    }
}
