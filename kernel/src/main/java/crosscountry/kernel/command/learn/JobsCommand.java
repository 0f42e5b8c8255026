package crosscountry.kernel.command.learn;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.util.List;
import java.util.stream.Collectors;

/** {@code %jobs}: the training jobs of this session. */
public final class JobsCommand implements Command {
    private static final List<String> WORDS = List.of("pause", "resume", "stop");

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public String synopsis() {
        return "%jobs [pause N | resume N | stop N]  training jobs of this session";
    }

    @Override
    public String help() {
        return """
                Lists the jobs that %train began, or pauses, resumes or stops one by its number. A job that is stopped keeps its best
                and writes its checkpoint: ./crosscountry train --resume DIR goes on with it.""";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        List<TrainingJob> jobs = jobs(context);
        String[] words = line.trim().split("\\s+");
        if (words.length == 2 && WORDS.contains(words[0])) {
            TrainingJob job = jobs.stream()
                    .filter(one -> String.valueOf(one.number).equals(words[1]))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no job " + words[1] + "; jobs are "
                            + jobs.stream().map(one -> one.number).toList()));
            job.set(words[0].equals("pause"), words[0].equals("stop"));
        } else if (!line.isBlank()) {
            throw new IllegalArgumentException(
                    "%jobs takes pause, resume or stop and a number, not \"" + line.trim() + "\"");
        }
        return jobs.isEmpty() ? "no jobs" : jobs.stream().map(TrainingJob::line).collect(Collectors.joining("\n"));
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        return argsBeforeCursor.stripLeading().contains(" ")
                ? jobs(context).stream().map(job -> String.valueOf(job.number)).toList()
                : WORDS;
    }

    private static List<TrainingJob> jobs(CommandContext context) {
        return ((TrainCommand) context.commands().get("train")).jobs();
    }
}
