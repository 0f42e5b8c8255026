package crosscountry.kernel.cli;

import crosscountry.kernel.command.option.Names;
import crosscountry.kernel.command.option.TrainOptions;
import crosscountry.training.Iteration;
import crosscountry.training.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: learns by self-play; an interrupt ends it, keeps the best and writes the checkpoint. */
@Command(mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private TrainOptions options;

    @Option(names = "--json", description = "One JSON object instead of a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    record Best(long total, List<Integer> order) {}

    record Trained(Map<String, Best> best, long episodes, double seconds, String checkpoint) {}

    @Override
    public Integer call() {
        Training training = new Training(
                options.seconds(), options.effort().threads(), Training.INTERVAL, Interrupts.heard(), this::tell);
        Training.Outcome outcome = options.resumed().map(training::resume).orElseGet(() -> started(training));
        spec.commandLine().getOut().println(json ? Answer.json(trained(outcome)) : outcome.toString());
        return 0;
    }

    private Training.Outcome started(Training training) {
        TrainOptions.Begun run = options.begun(new Names.BuiltIn());
        return training.start(run.config(), run.weights(), run.folder());
    }

    private static Trained trained(Training.Outcome outcome) {
        Map<String, Best> best = new LinkedHashMap<>();
        outcome.best()
                .forEach((name, one) ->
                        best.put(name, new Best(one.total(), one.order().vertices())));
        return new Trained(
                best,
                outcome.episodes(),
                outcome.seconds(),
                outcome.checkpoint().toString());
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
