package crosscountry.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.AutoClose;

/** For tests that run cells: a session for each instance of the test's class, and what its front end was shown. */
public abstract class SessionFixture {
    protected final RecordedFrontend frontend = new RecordedFrontend();

    @AutoClose
    protected final Session session = new Session(frontend, List.of());

    /** The value of a cell. */
    protected final Object run(String cell) throws CellException {
        return session.run(cell, "cell").value();
    }

    /** The sentence with which a cell fails. */
    protected final String failure(String cell) {
        return assertThrows(CellException.class, () -> run(cell)).getMessage();
    }
}
