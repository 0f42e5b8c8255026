package crosscountry.kernel.command;

import java.util.Collections;
import java.util.Iterator;
import java.util.stream.Stream;

/** Words that complete a parameter and depend on the session, such as the names of its graphs. */
public interface SessionWords extends Iterable<String> {
    /** @param begin what is written of the word */
    Stream<String> of(CommandContext context, String begin);

    /** There are none without a session. */
    @Override
    default Iterator<String> iterator() {
        return Collections.emptyIterator();
    }
}
