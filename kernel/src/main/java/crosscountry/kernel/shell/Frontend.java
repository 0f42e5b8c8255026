package crosscountry.kernel.shell;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.widget.Comm;
import crosscountry.kernel.display.widget.CommTarget;
import crosscountry.kernel.display.widget.WidgetModel;
import java.io.IOException;

/** Where a session's output goes and its input comes from: a notebook, a terminal or a test. */
public interface Frontend {
    /** @param stream {@code stdout} or {@code stderr} */
    void print(String stream, CharSequence text);

    /** Shows a value under an id by which it can be replaced. */
    void display(String displayId, MimeBundle bundle);

    /** Replaces whatever is shown under the id. */
    void updateDisplay(String displayId, MimeBundle bundle);

    /**
     * Asks the user for one line and waits for it.
     *
     * @throws IOException when nobody can be asked
     */
    String input(String prompt, boolean password) throws IOException;

    /** Keeps a model and its page alike from here on, where the front end can. */
    default void follow(WidgetModel model) {}

    /** Lets pages open comms under a name. */
    default void target(String name, CommTarget target) {
        throw new UnsupportedOperationException("this front end has no comms");
    }

    /** Opens a comm to the page. */
    default Comm open(String target, Object data) {
        throw new UnsupportedOperationException("this front end has no comms");
    }
}
