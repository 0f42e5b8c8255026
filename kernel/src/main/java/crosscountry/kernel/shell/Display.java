package crosscountry.kernel.shell;

import crosscountry.kernel.command.CommandContext;
import java.util.Objects;

/** What a cell has shown with {@code display}, so that it can be replaced later. */
public final class Display {
    private final CommandContext session;
    private final String id;

    Display(CommandContext session, String id) {
        this.session = Objects.requireNonNull(session);
        this.id = Objects.requireNonNull(id);
    }

    public String id() {
        return id;
    }

    /** Shows another value in the same place. */
    public void update(Object value) {
        session.updateDisplay(id, value);
    }

    @Override
    public String toString() {
        return "display " + id;
    }
}
