package crosscountry.kernel.display;

import static crosscountry.kernel.display.Markup.escape;

import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tablesaw tables as HTML and as text, cut after a hundred rows. Tablesaw takes NaN for a missing number and leaves its
 * cell empty; here it reads NaN, so that an entry that is no number is seen.
 */
public final class TableRenderer implements Renderer {
    private static final int ROWS = 100;

    @Override
    public boolean accepts(Object value) {
        return value instanceof Table;
    }

    @Override
    public MimeBundle render(Object value) {
        Table table = (Table) value;
        return MimeBundle.html(html(table), text(table));
    }

    private static String text(Table table) {
        Table shown = Table.create(table.name());
        table.columns()
                .forEach(column -> shown.addColumns(StringColumn.create(
                        column.name(),
                        IntStream.range(0, Math.min(ROWS, table.rowCount())).mapToObj(row -> entry(column, row)))));
        String all = shown.print(ROWS);
        return table.rowCount() > ROWS
                ? all + String.format("%nleft out: %d of %d rows", table.rowCount() - ROWS, table.rowCount())
                : all;
    }

    private static String entry(Column<?> column, int row) {
        boolean real = column instanceof DoubleColumn || column instanceof FloatColumn;
        return real && column.isMissing(row) ? "NaN" : column.getString(row);
    }

    private static String html(Table table) {
        StringBuilder html = new StringBuilder("<table>");
        if (table.name() != null && !table.name().isBlank()) {
            html.append("<caption>").append(escape(table.name())).append("</caption>");
        }
        html.append("<thead><tr>");
        table.columns().forEach(column -> cell(html, "th", column, column.name()));
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < Math.min(ROWS, table.rowCount()); row++) {
            html.append("<tr>");
            for (Column<?> column : table.columns()) {
                cell(html, "td", column, entry(column, row));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (table.rowCount() > ROWS) {
            html.append("<p>the first ")
                    .append(ROWS)
                    .append(" of ")
                    .append(table.rowCount())
                    .append(" rows</p>");
        }
        return html.toString();
    }

    private static void cell(StringBuilder html, String tag, Column<?> column, String text) {
        String align = column instanceof NumericColumn ? "right" : "left";
        html.append('<')
                .append(tag)
                .append(" style=\"text-align:")
                .append(align)
                .append("\">")
                .append(escape(text))
                .append("</")
                .append(tag)
                .append('>');
    }
}
