package crosscountry.kernel.shell;

import crosscountry.kernel.display.ThrownText;
import java.util.Arrays;
import java.util.Objects;
import jdk.jshell.spi.ExecutionControl.ResolutionException;
import jdk.jshell.spi.ExecutionControl.RunException;
import jdk.jshell.spi.ExecutionControl.UserException;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Copies of what code of users throws, in JShell's own types. The originals are asked once, on the thread that threw
 * them, where an interrupt ends a method that does not end by itself; whatever they do, a copy has a class, frames and
 * at most a few causes.
 */
final class Thrown {
    /** So many exceptions of a chain of causes are shown; a chain may be a ring. */
    private static final int CAUSES = 5;

    private static final StackTraceElement[] NOWHERE = {};

    private Thrown() {}

    static RunException copy(Throwable thrown) {
        return copy(thrown, 1);
    }

    private static RunException copy(Throwable thrown, int depth) {
        StackTraceElement[] frames = ThrownText.safely(
                () -> Arrays.stream(thrown.getStackTrace())
                        .filter(Objects::nonNull)
                        .toArray(StackTraceElement[]::new),
                NOWHERE);
        if (thrown instanceof RunException copied) {
            return copied;
        }
        if (thrown instanceof SPIResolutionException unresolved) {
            return new ResolutionException(unresolved.id(), frames);
        }
        UserException copy =
                new UserException(ThrownText.message(thrown), thrown.getClass().getName(), frames);
        Throwable cause = depth < CAUSES ? ThrownText.safely(thrown::getCause, null) : null;
        copy.initCause(cause == null ? null : copy(cause, depth + 1));
        return copy;
    }
}
