package crosscountry.kernel.display;

import static crosscountry.kernel.display.Markup.escape;

import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.api.NumericColumn;

/** Tablesaw tables as HTML, cut after a hundred rows, and as text. */
public final class TableRenderer implements Renderer {
    private static final int ROWS = 100;

    @Override
    public boolean accepts(Object value) {
        return value instanceof Table;
    }

    @Override
    public MimeBundle render(Object value) {
        Table table = (Table) value;
        return MimeBundle.html(html(table), table.print(ROWS));
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
                cell(html, "td", column, column.getString(row));
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (table.rowCount() > ROWS) {
            html.append("<p>the first ").append(ROWS).append(" of ").append(table.rowCount()).append(" rows</p>");
        }
        return html.toString();
    }

    private static void cell(StringBuilder html, String tag, Column<?> column, String text) {
        String align = column instanceof NumericColumn ? "right" : "left";
        html.append('<').append(tag).append(" style=\"text-align:").append(align).append("\">").append(escape(text))
                .append("</").append(tag).append('>');
    }
}
