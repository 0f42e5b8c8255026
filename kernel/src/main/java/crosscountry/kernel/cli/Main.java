package crosscountry.kernel.cli;

import crosscountry.graph.GraphException;
import crosscountry.kernel.command.declaration.Declaration;
import crosscountry.kernel.command.declaration.Mistake;
import crosscountry.kernel.display.ThrownText;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The commands for scripts. Standard output carries the answer alone, messages go to standard error; the exit status is
 * 0, 1 (it failed) or 2 (usage).
 */
@Command(
        name = "crosscountry",
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
        CommandLine line = declared(args.length == 0 ? "" : args[0])
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(parsed -> {
                    Declaration.check(parsed);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((mistake, words) -> misused(err, mistake))
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
                    "the graph is too deep for the stack of a thread;"
                            + " give it more, for instance with JDK_JAVA_OPTIONS=-Xss64m");
        } catch (OutOfMemoryError full) {
            return failed(
                    err,
                    "the memory is full (" + full.getMessage()
                            + "); give it more, for instance with JDK_JAVA_OPTIONS=-Xmx8g");
        } catch (LinkageError broken) {
            return failed(err, "a class cannot be used: " + ThrownText.of(broken));
        }
    }

    /** The command of this name alone, since each takes its time to declare; all of them where there is none. */
    static CommandLine declared(String word) {
        CommandLine line = new CommandLine(new Main());
        ScriptCommand.named(word)
                .map(List::of)
                .orElseGet(() -> List.of(ScriptCommand.values()))
                .forEach(command -> {
                    CommandLine one = new CommandLine(command.declared()).setCommandName(command.label());
                    one.getCommandSpec().usageMessage().showDefaultValues(true);
                    line.addSubcommand(command.label(), one);
                });
        return Declaration.parsing(line);
    }

    private static int misused(PrintWriter err, CommandLine.ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        err.println("crosscountry: " + Mistake.sentence(mistake) + "; "
                + command.getCommandSpec().qualifiedName() + " --help explains");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(PrintWriter err, String why) {
        err.println("crosscountry: " + why);
        return 1;
    }
}
