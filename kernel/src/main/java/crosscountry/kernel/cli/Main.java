package crosscountry.kernel.cli;

import crosscountry.graph.GraphException;
import crosscountry.kernel.display.ThrownText;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands for scripts. Standard output carries the answer alone, messages go to standard error; the exit status is
 * 0, 1 (it failed) or 2 (usage).
 */
@Command(
        name = "crosscountry",
        subcommands = {
            TasksCommand.class,
            GraphCommand.class,
            CountCommand.class,
            JacobianCommand.class,
            SearchCommand.class,
            AgentCommand.class,
            TrainCommand.class,
            ReplCommand.class
        },
        mixinStandardHelpOptions = true,
        description = "Cross-country elimination of computational graphs.")
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
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof GraphException)) {
                        throw failure;
                    }
                    return failed(err, failure.getMessage());
                });
        try {
            return line.execute(args);
        } catch (StackOverflowError full) {
            return failed(
                    err,
                    "the graph is too deep for the stack of a thread; give it more, for instance with JDK_JAVA_OPTIONS=-Xss64m");
        } catch (OutOfMemoryError full) {
            return failed(
                    err,
                    "the memory is full (" + full.getMessage()
                            + "); give it more, for instance with JDK_JAVA_OPTIONS=-Xmx8g");
        } catch (LinkageError broken) {
            return failed(err, "a class cannot be used: " + ThrownText.of(broken));
        }
    }

    private static int failed(PrintWriter err, String why) {
        err.println("crosscountry: " + why);
        return 1;
    }
}
