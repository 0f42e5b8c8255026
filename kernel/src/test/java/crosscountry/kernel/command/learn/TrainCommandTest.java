package crosscountry.kernel.command.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.SessionFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Training as a job of the session. */
class TrainCommandTest extends SessionFixture {
    @Test
    void aJobIsFollowedToItsEndAndLeavesItsBestInItsFolder(@TempDir(cleanup = CleanupMode.NEVER) Path folder)
            throws Exception {
        Path run = folder.resolve("run");
        assertNull(session.run("%train Helmholtz --minutes 0.05 --out \"" + run + "\"", "cell")
                .value());
        String last = frontend.lastText();
        assertTrue(last.startsWith("job 1 Helmholtz: ended; best 33, "), last);
        assertTrue(Files.readString(run.resolve("best.json")).contains("33"));
        assertNull(session.run("%train --resume \"" + run + "\" --seconds 1 --threads 1", "cell")
                .value());
        String resumed = frontend.lastText();
        assertTrue(resumed.startsWith("job 2 Helmholtz: ended"), resumed);
        assertTrue(failure("%train Helmholtz --resume \"" + run + "\"").contains("leave out GRAPH, --out"));
        String shown = session.run("%attention Helmholtz --positions 2 --model \"" + run + "\"", "cell")
                .value()
                .toString();
        assertTrue(shown.startsWith("attention on Helmholtz: 2 layers of 4 heads, 2 positions"), shown);
        assertEquals(
                3,
                session.run("trainedRun(\"" + run + "\").attention(3).views().get(0).step()", "cell")
                        .value());
        assertTrue(failure("trainedRun(\"" + run + "\").attention(5)")
                .contains("has no position after 5 moves; steps are 0 to 4"));
    }

    @Test
    void anInterruptEndsTheWaitingAndNotTheJob(@TempDir(cleanup = CleanupMode.NEVER) Path folder) throws Exception {
        CompletableFuture<Object> cell = CompletableFuture.supplyAsync(() -> {
            try {
                return session.run("%train Helmholtz --minutes 10 --out \"" + folder.resolve("run") + "\"", "cell")
                        .value();
            } catch (CellException e) {
                return e.getMessage();
            }
        });
        while (frontend.shown.isEmpty()) {
            Thread.sleep(20);
        }
        session.interrupt();
        assertEquals("job 1 goes on; %jobs shows it, %jobs stop 1 ends it", cell.get());
        assertTrue(session.run("%jobs pause 1", "cell").value().toString().startsWith("1 Helmholtz: paused"));
        assertTrue(session.run("%jobs resume 1", "cell").value().toString().startsWith("1 Helmholtz: running"));
        String state = "";
        session.run("%jobs stop 1", "cell");
        while (!state.contains(": ended")) {
            Thread.sleep(50);
            state = session.run("%jobs", "cell").value().toString();
        }
    }

    @Test
    void wrongWordsAreToldInOneSentence() throws CellException {
        assertEquals("no jobs", session.run("%jobs", "cell").value());
        assertEquals("there is no job 3; this session has none", failure("%jobs stop 3"));
        assertEquals("%jobs stop needs the number of a job; this session has none", failure("%jobs stop"));
        assertTrue(failure("%train --resume nowhere --seed 3").contains("leave out GRAPH, --out"));
        assertTrue(failure("%train").contains("needs a graph, or --resume DIR"));
        assertTrue(failure("%train Helmholtz --minutes none").contains("--minutes is a number above 0"));
        assertEquals("the network nowhere.net cannot be read", failure("%train Helmholtz --from nowhere.net"));
        assertTrue(failure("%train Nowhere").contains("Nowhere"));
    }
}
