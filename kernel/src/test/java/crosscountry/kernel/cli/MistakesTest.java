package crosscountry.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.command.Command;
import crosscountry.kernel.command.graph.AgentCommand;
import crosscountry.kernel.command.graph.EliminateCommand;
import crosscountry.kernel.command.graph.GraphsCommand;
import crosscountry.kernel.command.graph.JacobianCommand;
import crosscountry.kernel.command.graph.SearchCommand;
import crosscountry.kernel.command.learn.JobsCommand;
import crosscountry.kernel.command.learn.TrainCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that do not fit are told in the same sentences in a notebook and on the command line. */
class MistakesTest {
    private static String told(Command magic, String line) {
        return assertThrows(IllegalArgumentException.class, () -> magic.run(null, line, null))
                .getMessage();
    }

    private static String told(int status, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertEquals(status, Main.run(new PrintWriter(out), new PrintWriter(err), words));
        assertEquals("", out.toString());
        return err.toString();
    }

    @Test
    void anUnknownOptionIsToldWithTheNearestAndAll() {
        String all = "--seconds, --method, --seed, --threads, --cost, --write, ";
        assertEquals(
                "unknown option --secnds of %search; nearest are --seconds, --seed, --method; allowed: " + all + "--to",
                told(new SearchCommand(), "Simple --secnds 3"));
        assertEquals(
                "crosscountry: unknown option --secnds of search; nearest are --seconds, --seed, --method; allowed: "
                        + all + "--certificate, --json; crosscountry search --help explains\n",
                told(2, "search", "Simple", "--secnds", "3"));
        assertTrue(told(new SearchCommand(), "--secnds=3").startsWith("unknown option --secnds of %search;"));
    }

    @Test
    void missingWordsAreNamed() {
        assertTrue(told(new SearchCommand(), "").startsWith("%search needs GRAPH: %search GRAPH [--seconds S] ["));
        assertTrue(told(2, "search").startsWith("crosscountry: search needs GRAPH: search GRAPH [--seconds S] ["));
        assertEquals("%search: --seconds needs a value: --seconds S", told(new SearchCommand(), "Simple --seconds"));
        assertEquals(
                "%agent: --simulations needs a value: --simulations K",
                told(new AgentCommand(), "Simple --simulations"));
        assertTrue(told(2, "count", "Simple").contains("an order is missing: --order ORDER"));
        assertTrue(told(2, "jacobian", "Simple", "--json").contains("a point is missing: --at POINT"));
        assertTrue(told(2).contains("a command is missing"));
        assertTrue(told(2, "serch").startsWith("crosscountry: there is no command serch; nearest are search, "));
    }

    @Test
    void wordsThatDoNotGoTogetherAreToldBeforeAnythingIsDone(@TempDir Path folder) {
        assertTrue(told(2, "jacobian", "Simple", "--at", "1,2", "--latex", "--json")
                .contains("--json and --latex exclude each other"));
        Path java = folder.resolve("Simple.java");
        assertTrue(told(2, "jacobian", "Simple", "--java", java.toString(), "--json")
                .contains("a point is missing: --at POINT"));
        assertFalse(Files.exists(java));
        assertEquals(
                "crosscountry: bounds are known for the costs published and algebra only: --certificate does not go"
                        + " with --cost flops\n",
                told(1, "search", "Simple", "--cost", "flops", "--certificate", "proof.json"));
    }

    @Test
    void valuesSayWhatTheyMayBe() {
        assertEquals(
                "%search: --seconds is a number above 0, not \"none\"",
                told(new SearchCommand(), "Simple --seconds none"));
        assertTrue(told(2, "search", "Simple", "--seconds", "-1")
                .startsWith("crosscountry: search: --seconds is a number above 0, not \"-1\""));
        assertEquals(
                "%search: --seconds is a number above 0, not \"Infinity\"",
                told(new SearchCommand(), "Simple --seconds Infinity"));
        assertEquals("%search: --seed is a whole number, not \"x\"", told(new SearchCommand(), "Simple --seed x"));
        assertEquals(
                "%search: --threads is a whole number from 1, not \"0\"",
                told(new SearchCommand(), "Simple --threads 0"));
        assertEquals(
                "%jacobian: --dtype is float64 or float32, not \"float16\"",
                told(new JacobianCommand(), "Simple --dtype float16"));
        assertTrue(told(2, "train", "Simple", "--preset", "huge")
                .startsWith("crosscountry: train: --preset is laptop, paper or generalist, not \"huge\""));
        assertEquals("%jobs takes pause, resume or stop, not \"end\"", told(new JobsCommand(), "end 1"));
    }

    @Test
    void wordsThatExcludeEachOtherOrAreTooManyAreNamed() {
        assertEquals(
                "%agent: --simulations and --seconds exclude each other",
                told(new AgentCommand(), "Simple --simulations 2 --seconds 1"));
        assertEquals(
                "%train: --seconds and --minutes exclude each other",
                told(new TrainCommand(), "Simple --seconds 2 --minutes 1"));
        assertEquals(
                "%eliminate: \"2\" is one word too many: %eliminate GRAPH [ORDER | --order ORDER] [--cost NAME]",
                told(new EliminateCommand(), "Simple reverse 2"));
        assertEquals(
                "crosscountry: the order is given twice: reverse and --order forward\n",
                told(1, "count", "Simple", "reverse", "--order", "forward"));
        assertEquals("%graphs: \"all\" is one word too many: %graphs [--corpus]", told(new GraphsCommand(), "all"));
        assertEquals("%search: a double quote is not closed", told(new SearchCommand(), "Simple --method \"lns"));
    }
}
