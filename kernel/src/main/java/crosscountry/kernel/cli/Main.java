package crosscountry.kernel.cli;

import crosscountry.graph.GraphException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands for scripts. Standard output carries the answer alone, messages go to standard error; the exit status is
 * 0, 1 (it failed) or 2 (usage).
 */
@Command(name = "crosscountry", subcommands = {TasksCommand.class, GraphCommand.class, CountCommand.class, JacobianCommand.class, SearchCommand.class, AgentCommand.class, TrainCommand.class, ReplCommand.class},
        mixinStandardHelpOptions = true, description = "Cross-country elimination of computational graphs.")
public final class Main implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /** Runs one command line and returns its exit status. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof GraphException)) {
                        throw failure;
                    }
                    err.println("crosscountry: " + failure.getMessage());
                    return 1;
                })
                .execute(args);
    }
}
