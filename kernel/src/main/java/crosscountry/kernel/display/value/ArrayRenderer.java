package crosscountry.kernel.display.value;

import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import java.util.Arrays;

/**
 * ND4J arrays: type and shape with ND4J's own text, and a table where there are at most two axes, cut after 100 rows
 * and 20 columns. ND4J is optional and comes with the session, so its methods are found by name.
 */
public final class ArrayRenderer implements Renderer {
    private static final int ROWS = 100;
    private static final int COLUMNS = 20;

    @Override
    public boolean accepts(Object value) {
        return value.getClass().getName().startsWith("org.nd4j.") && isArray(value.getClass());
    }

    private static boolean isArray(Class<?> type) {
        return type != null
                && (Arrays.stream(type.getInterfaces())
                                .anyMatch(one -> one.getName().equals("org.nd4j.linalg.api.ndarray.INDArray"))
                        || isArray(type.getSuperclass()));
    }

    @Override
    public MimeBundle render(Object array) {
        Enum<?> type = (Enum<?>) call(array, "dataType");
        String kind = type + " " + Arrays.toString((long[]) call(array, "shape"));
        String text = kind + "\n" + array;
        int rank = (int) call(array, "rank");
        if (rank > 2 || (boolean) call(array, "isEmpty") || type.name().equals("UTF8")) {
            return MimeBundle.text(text);
        }
        return MimeBundle.html(table(array, rank, type, kind), text);
    }

    private static String table(Object array, int rank, Enum<?> type, String kind) {
        long allRows = rank == 2 ? (int) call(array, "rows") : 1;
        long allColumns = rank == 2 ? (int) call(array, "columns") : (long) call(array, "length");
        long rows = Math.min(ROWS, allRows);
        long columns = Math.min(COLUMNS, allColumns);
        StringBuilder html = new StringBuilder("<table><caption>")
                .append(Markup.escape(kind))
                .append("</caption><tbody>");
        for (long row = 0; row < rows; row++) {
            html.append("<tr>");
            for (long column = 0; column < columns; column++) {
                double entry =
                        (double) (rank == 2 ? call(array, "getDouble", row, column) : call(array, "getDouble", column));
                html.append("<td style=\"text-align:right\">")
                        .append(text(entry, type))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (rows < allRows || columns < allColumns) {
            html.append("<p>the first ")
                    .append(rows)
                    .append(" x ")
                    .append(columns)
                    .append(" of ")
                    .append(allRows)
                    .append(" x ")
                    .append(allColumns)
                    .append("</p>");
        }
        return html.toString();
    }

    /** In the digits of the array's own type. */
    private static String text(double entry, Enum<?> type) {
        if (type.name().equals("BOOL")) {
            return String.valueOf(entry != 0);
        }
        return type.name().equals("DOUBLE")
                ? String.valueOf(entry)
                : (boolean) call(type, "isFPType") ? String.valueOf((float) entry) : String.valueOf((long) entry);
    }

    private static Object call(Object target, String method, Long... indices) {
        Class<?>[] types = new Class<?>[indices.length];
        Arrays.fill(types, long.class);
        try {
            return target.getClass().getMethod(method, types).invoke(target, (Object[]) indices);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of ND4J has another " + method, e);
        }
    }
}
