package crosscountry.kernel.shell;

import crosscountry.kernel.display.MimeBundle;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A front end for tests: keeps what is shown, answers from a list. */
public final class RecordedFrontend implements Frontend {
    public final StringBuffer printed = new StringBuffer();
    public final List<MimeBundle> shown = new ArrayList<>();
    public final Deque<String> answers = new ArrayDeque<>();

    /** What was shown last, as text. */
    public String lastText() {
        return shown.get(shown.size() - 1).data().get("text/plain").toString();
    }

    @Override
    public void print(String stream, CharSequence text) {
        printed.append(text);
    }

    @Override
    public void display(String displayId, MimeBundle bundle) {
        shown.add(bundle);
    }

    @Override
    public void updateDisplay(String displayId, MimeBundle bundle) {
        shown.add(bundle);
    }

    @Override
    public String input(String prompt, boolean password) throws IOException {
        if (answers.isEmpty()) {
            throw new IOException("nobody answers");
        }
        return answers.pop();
    }
}
