package crosscountry.kernel.shell;

import java.io.InputStream;
import java.io.PrintStream;

/** Sends this process's standard streams to a front end until it is closed. */
public final class SystemStreams implements AutoCloseable {
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    private SystemStreams() {}

    public static SystemStreams to(Frontend frontend) {
        SystemStreams before = new SystemStreams();
        System.setIn(new AskedInput(frontend));
        System.setOut(TextStream.to(frontend, "stdout"));
        System.setErr(TextStream.to(frontend, "stderr"));
        return before;
    }

    @Override
    public void close() {
        System.setIn(in);
        System.setOut(out);
        System.setErr(err);
    }
}
