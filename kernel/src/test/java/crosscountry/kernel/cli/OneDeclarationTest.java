package crosscountry.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.Magic;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What notebook and command line both have is declared once. */
class OneDeclarationTest {
    private static Stream<Command> commands() {
        return ServiceLoader.load(Command.class).stream().map(ServiceLoader.Provider::get);
    }

    private static CommandSpec magic(String name) {
        return commands()
                .filter(command -> command.name().equals(name))
                .map(command -> ((Magic) command).declaration())
                .findFirst()
                .orElseThrow();
    }

    private static CommandSpec script(String name) {
        return Main.declared(name).getSubcommands().get(name).getCommandSpec();
    }

    private static TreeSet<String> names(CommandSpec spec) {
        TreeSet<String> names = new TreeSet<>();
        spec.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(OptionSpec::longestName)
                .forEach(names::add);
        return names;
    }

    /** Options that a side has alone are listed: of the notebook, and of the command line. */
    @ParameterizedTest
    @CsvSource({
        "search, search, --to, --certificate --json",
        "agent, agent, --to, --json",
        "jacobian, jacobian, --batch --check --pattern --table --time --to, --json",
        "train, train, '', --json",
        "order, count, --to, --json",
        "graph, graph, --at --of --shape --size --with, ''",
        "graphs, tasks, '', --json"
    })
    void sharedOptionsAreTheSameFieldsOfOneClass(String magic, String script, String notebook, String commandLine) {
        CommandSpec here = magic(magic);
        CommandSpec there = script(script);
        TreeSet<String> shared = names(here);
        shared.retainAll(names(there));
        assertFalse(shared.isEmpty());
        for (String name : shared) {
            OptionSpec one = here.findOption(name);
            OptionSpec other = there.findOption(name);
            assertEquals(one.userObject(), other.userObject(), name); // the annotated field
            assertEquals(one.type(), other.type(), name);
            assertEquals(one.defaultValue(), other.defaultValue(), name);
            assertEquals(List.of(one.description()), List.of(other.description()), name);
        }
        TreeSet<String> onlyHere = names(here);
        onlyHere.removeAll(shared);
        assertEquals(notebook, String.join(" ", onlyHere));
        TreeSet<String> onlyThere = names(there);
        onlyThere.removeAll(shared);
        assertEquals(commandLine, String.join(" ", onlyThere));
    }

    @ParameterizedTest
    @CsvSource({"search, search", "agent, agent", "jacobian, jacobian", "train, train", "order, count"})
    void parametersAndSummariesAreTheSameToo(String magic, String script) {
        CommandSpec here = magic(magic);
        CommandSpec there = script(script);
        assertEquals(fields(here), fields(there));
        assertEquals(
                List.of(here.usageMessage().description()),
                List.of(there.usageMessage().description()));
    }

    private static List<Object> fields(CommandSpec spec) {
        return spec.positionalParameters().stream().map(ArgSpec::userObject).toList();
    }

    @Test
    void everyCommandIsDeclaredAndSaysWhatEachWordMeans() {
        commands().forEach(command -> assertInstanceOf(Magic.class, command));
        Stream<CommandSpec> magics = commands().map(command -> ((Magic) command).declaration());
        Stream<CommandSpec> scripts =
                Main.declared("").getSubcommands().values().stream().map(CommandLine::getCommandSpec);
        Stream.concat(magics, scripts).forEach(spec -> {
            assertTrue(spec.usageMessage().description()[0].matches("[A-Z].*\\."), spec.name());
            for (ArgSpec argument : spec.args()) {
                assertTrue(
                        String.join(" ", argument.description()).matches(".+\\."),
                        spec.name() + " " + argument.paramLabel());
                boolean labelled =
                        argument.arity().max() == 0 || argument.paramLabel().matches("[^<]+");
                assertTrue(labelled, spec.name() + " " + argument.paramLabel());
            }
        });
    }
}
