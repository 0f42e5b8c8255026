package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Call;
import crosscountry.kernel.command.CommandContext;
import crosscountry.kernel.command.Magic;
import crosscountry.kernel.command.declaration.Verbatim;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %env}: the environment that this kernel was started with. */
public final class EnvCommand extends Magic {
    public EnvCommand() {
        super("%env");
    }

    @Override
    protected Call call() {
        return new Show();
    }

    @Command(
            description = {
                "One variable of the environment, or all of them.",
                "A JVM cannot change its own environment: start Jupyter with NAME=VALUE before it, or use"
                        + " System.setProperty for what reads properties. The list leaves out the values of names that"
                        + " suggest keys, tokens, secrets or passwords; %env NAME shows one."
            })
    private static final class Show implements Call {
        @Parameters(
                arity = "0..1",
                paramLabel = "NAME",
                description = "The variable.",
                completionCandidates = Variables.class)
        private Verbatim.Line name;

        @Override
        public Object run(CommandContext context, String body) {
            String line = Verbatim.text(name);
            if (line.contains("=")) {
                throw new IllegalArgumentException("a JVM cannot change its own environment; start Jupyter with " + line
                        + " before it, or use System.setProperty for what reads properties");
            }
            Map<String, String> all = new TreeMap<>(System.getenv());
            if (line.isEmpty()) {
                return table(all);
            }
            String value = all.get(line);
            if (value == null) {
                throw new IllegalArgumentException(
                        "there is no variable " + line + " in the environment; %env lists all");
            }
            return value;
        }
    }

    private static Table table(Map<String, String> all) {
        Table table = Table.create("environment", StringColumn.create("name"), StringColumn.create("value"));
        all.forEach((name, value) -> {
            boolean secret = name.matches("(?i).*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL).*");
            table.stringColumn(0).append(name);
            table.stringColumn(1).append(secret ? "(left out)" : value);
        });
        return table;
    }

    /** The names of the environment. */
    static final class Variables implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return System.getenv().keySet().stream().sorted().iterator();
        }
    }
}
