package example.census;

import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import java.util.stream.Collectors;

/** A census as a table, and in one line where there is no HTML. */
public final class CensusRenderer implements Renderer {
    @Override
    public boolean accepts(Object value) {
        return value instanceof Census;
    }

    @Override
    public MimeBundle render(Object value) {
        Census census = (Census) value;
        String rows = census.counts().entrySet().stream()
                .map(entry -> "<tr><td>" + Markup.escape(entry.getKey()) + "</td><td>" + entry.getValue() + "</td></tr>").collect(Collectors.joining());
        return MimeBundle.html("<table><caption>" + Markup.escape(census.graph()) + "</caption>" + rows + "</table>", census.graph() + " " + census.counts());
    }
}
