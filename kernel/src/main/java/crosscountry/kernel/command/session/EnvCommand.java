package crosscountry.kernel.command.session;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.CommandContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** {@code %env}: the environment that this kernel was started with. */
public final class EnvCommand implements Command {
    @Override
    public String name() {
        return "env";
    }

    @Override
    public String synopsis() {
        return "%env [NAME]  one variable of the environment, or all of them";
    }

    @Override
    public String help() {
        return "A JVM cannot change its own environment: start Jupyter with NAME=VALUE before it, or use System.setProperty for what reads properties. "
                + "Values of names that speak of keys, tokens, secrets or passwords are left out of the list; %env NAME shows them.";
    }

    @Override
    public Object run(CommandContext context, String line, String body) {
        if (line.contains("=")) {
            throw new IllegalArgumentException("a JVM cannot change its own environment; start Jupyter with "
                    + line.strip() + " before it, or use System.setProperty for what reads properties");
        }
        Map<String, String> all = new TreeMap<>(System.getenv());
        if (!line.isBlank()) {
            String value = all.get(line.strip());
            if (value == null) {
                throw new IllegalArgumentException(
                        "there is no variable " + line.strip() + " in the environment; %env lists all");
            }
            return value;
        }
        Table table = Table.create("environment", StringColumn.create("name"), StringColumn.create("value"));
        all.forEach((name, value) -> {
            table.stringColumn(0).append(name);
            table.stringColumn(1)
                    .append(
                            name.matches("(?i).*(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL).*")
                                    ? "(left out)"
                                    : value);
        });
        return table;
    }

    @Override
    public List<String> complete(CommandContext context, String argsBeforeCursor) {
        String begun = argsBeforeCursor.strip();
        return System.getenv().keySet().stream()
                .filter(name -> name.startsWith(begun))
                .sorted()
                .toList();
    }
}
