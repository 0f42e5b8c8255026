package crosscountry.kernel.display.value;

import crosscountry.kernel.display.Markup;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.Renderer;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * ND4J arrays: type and shape with ND4J's own text, and a table where there are at most two axes, cut after 100 rows
 * and 20 columns.
 */
public final class ArrayRenderer implements Renderer {
    private static final int ROWS = 100;
    private static final int COLUMNS = 20;

    /** ND4J is loaded only for a value whose class is ND4J's. */
    @Override
    public boolean accepts(Object value) {
        return value.getClass().getName().startsWith("org.nd4j.") && value instanceof INDArray;
    }

    @Override
    public MimeBundle render(Object value) {
        INDArray array = (INDArray) value;
        String kind = array.dataType() + " " + Arrays.toString(array.shape());
        String text = kind + "\n" + array;
        if (array.rank() > 2 || array.isEmpty() || array.dataType() == DataType.UTF8) {
            return MimeBundle.text(text);
        }
        return MimeBundle.html(table(array.rank() == 2 ? array : array.reshape(1, array.length()), kind), text);
    }

    private static String table(INDArray matrix, String kind) {
        long rows = Math.min(ROWS, matrix.rows());
        long columns = Math.min(COLUMNS, matrix.columns());
        StringBuilder html = new StringBuilder("<table><caption>")
                .append(Markup.escape(kind))
                .append("</caption><tbody>");
        for (long row = 0; row < rows; row++) {
            html.append("<tr>");
            for (long column = 0; column < columns; column++) {
                html.append("<td style=\"text-align:right\">")
                        .append(text(matrix.getDouble(row, column), matrix.dataType()))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        html.append("</tbody></table>");
        if (rows < matrix.rows() || columns < matrix.columns()) {
            html.append("<p>the first ")
                    .append(rows)
                    .append(" x ")
                    .append(columns)
                    .append(" of ")
                    .append(matrix.rows())
                    .append(" x ")
                    .append(matrix.columns())
                    .append("</p>");
        }
        return html.toString();
    }

    /** In the digits of the array's own type. */
    private static String text(double entry, DataType type) {
        if (type == DataType.BOOL) {
            return String.valueOf(entry != 0);
        }
        return type == DataType.DOUBLE
                ? String.valueOf(entry)
                : type.isFPType() ? String.valueOf((float) entry) : String.valueOf((long) entry);
    }
}
