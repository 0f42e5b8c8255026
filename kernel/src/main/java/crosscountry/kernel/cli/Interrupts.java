package crosscountry.kernel.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;

/** What ends long work early: an interrupt, or a request to end. */
final class Interrupts {
    private Interrupts() {}

    /** Whether one has come, from now on. */
    static BooleanSupplier heard() {
        AtomicBoolean heard = new AtomicBoolean();
        Signal.handle(new Signal("INT"), signal -> heard.set(true));
        Signal.handle(new Signal("TERM"), signal -> heard.set(true));
        return heard::get;
    }
}
