package crosscountry.kernel.display.value;

import static crosscountry.kernel.display.Markup.escape;

import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.BaseStream;

/**
 * Collections, maps and streams, cut after a hundred elements so that endless ones end; records of one type become the
 * rows of a table. Showing a stream consumes it.
 */
public final class CollectionRenderer implements Renderer {
    private static final int MOST = 100;

    /** @param size how many there are; -1 where that is not known */
    private record Seen(List<Object> elements, long size) {
        String rest() {
            return elements.size() == size
                    ? ""
                    : size < 0
                            ? "the first " + elements.size() + "; a stream that was shown is used up"
                            : "the first " + elements.size() + " of " + size;
        }
    }

    @Override
    public boolean accepts(Object value) {
        return value instanceof Collection || value instanceof Map || value instanceof BaseStream;
    }

    @Override
    public MimeBundle render(Object value) {
        if (value instanceof Map<?, ?> map) {
            Seen entries = first(map.entrySet().iterator(), map.size());
            List<List<Object>> rows = entries.elements().stream()
                    .map(entry ->
                            Arrays.asList(((Map.Entry<?, ?>) entry).getKey(), ((Map.Entry<?, ?>) entry).getValue()))
                    .toList();
            String text = "{"
                    + String.join(
                            ", ",
                            rows.stream()
                                    .map(row -> row.get(0) + "=" + row.get(1))
                                    .toList());
            return bundle(text, "}", entries, List.of("key", "value"), rows);
        }
        Seen seen = value instanceof Collection<?> collection
                ? first(collection.iterator(), collection.size())
                : stream((BaseStream<?, ?>) value);
        String text = "["
                + String.join(
                        ", ", seen.elements().stream().map(String::valueOf).toList());
        Class<?> kind = seen.elements().isEmpty() || seen.elements().get(0) == null
                ? Object.class
                : seen.elements().get(0).getClass();
        boolean records = kind.isRecord()
                && kind.getRecordComponents().length > 0
                && seen.elements().stream().allMatch(kind::isInstance);
        if (!records) {
            return MimeBundle.text(text + (seen.rest().isEmpty() ? "]" : ", ...] (" + seen.rest() + ")"));
        }
        RecordComponent[] parts = kind.getRecordComponents();
        return bundle(
                text,
                "]",
                seen,
                Arrays.stream(parts).map(RecordComponent::getName).toList(),
                seen.elements().stream()
                        .map(one -> Arrays.stream(parts)
                                .map(part -> part(part, one))
                                .toList())
                        .toList());
    }

    private static Seen first(java.util.Iterator<?> iterator, long size) {
        List<Object> elements = new ArrayList<>();
        while (elements.size() < MOST && iterator.hasNext()) {
            elements.add(iterator.next());
        }
        return new Seen(elements, size);
    }

    private static Seen stream(BaseStream<?, ?> stream) {
        try (stream) {
            var iterator = stream.iterator();
            Seen seen = first(iterator, -1);
            return seen.elements().size() < MOST
                    ? new Seen(seen.elements(), seen.elements().size())
                    : seen;
        }
    }

    private static Object part(RecordComponent part, Object one) {
        try {
            part.getAccessor().setAccessible(true);
            return String.valueOf(part.getAccessor().invoke(one));
        } catch (IllegalAccessException e) {
            return "?";
        } catch (InvocationTargetException e) {
            return e.getCause().toString();
        }
    }

    private static MimeBundle bundle(
            String text, String close, Seen seen, List<String> names, List<List<Object>> rows) {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        names.forEach(name -> html.append("<th style=\"text-align:left\">")
                .append(escape(name))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<Object> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td style=\"text-align:left\">")
                    .append(escape(String.valueOf(cell)))
                    .append("</td>"));
            html.append("</tr>");
        }
        html.append("</tbody></table>").append(seen.rest().isEmpty() ? "" : "<p>" + seen.rest() + "</p>");
        return MimeBundle.html(
                html.toString(), text + (seen.rest().isEmpty() ? close : ", ..." + close + " (" + seen.rest() + ")"));
    }
}
