package crosscountry.kernel.command.learn;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.SessionWords;
import crosscountry.kernel.command.declaration.Whole;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %jobs}: the training jobs of this session. */
public final class JobsCommand extends Magic {
    public JobsCommand() {
        super("%jobs");
    }

    @Override
    protected Call call() {
        return new Manage();
    }

    @Command(
            description = {
                "Training jobs of this session.",
                "Lists the jobs that %train began, or pauses, resumes or stops one by its number. A job that is stopped"
                        + " keeps its best and writes its checkpoint: %train --resume DIR goes on with it, and so does"
                        + " ./crosscountry train --resume DIR."
            },
            customSynopsis = "[pause N | resume N | stop N]")
    private static final class Manage implements Call {
        @Parameters(index = "0", arity = "0..1", paramLabel = "pause|resume|stop", description = "What to do.")
        private String action;

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "N",
                description = "The number of the job.",
                converter = Whole.From1.class,
                completionCandidates = Numbers.class)
        private Integer number;

        @Override
        public Object run(CommandContext context, String body) {
            List<TrainingJob> jobs = jobs(context);
            if (action != null) {
                job(jobs).set(action.equals("pause"), action.equals("stop"));
            }
            return jobs.isEmpty()
                    ? "no jobs"
                    : jobs.stream().map(TrainingJob::line).collect(Collectors.joining("\n"));
        }

        private TrainingJob job(List<TrainingJob> jobs) {
            if (number == null) {
                throw new IllegalArgumentException("%jobs " + action + " needs the number of a job; " + numbers(jobs));
            }
            return jobs.stream()
                    .filter(one -> one.number == number)
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("there is no job " + number + "; " + numbers(jobs)));
        }
    }

    /** What completes the number of a job. */
    static final class Numbers implements SessionWords {
        @Override
        public Stream<String> of(CommandContext context, String begin) {
            return jobs(context).stream().map(job -> String.valueOf(job.number));
        }
    }

    private static String numbers(List<TrainingJob> jobs) {
        return jobs.isEmpty()
                ? "this session has none"
                : "jobs are "
                        + jobs.stream().map(one -> String.valueOf(one.number)).collect(Collectors.joining(", "));
    }

    private static List<TrainingJob> jobs(CommandContext context) {
        return ((TrainCommand) context.commands().get("train")).jobs();
    }
}
