package crosscountry.kernel.display.cells;

import java.util.List;
import java.util.Locale;

/**
 * One line over numbers, drawn in Braille with its least and greatest values at the axes.
 *
 * @param title stands above
 * @param xUnit stands behind the numbers below
 */
public record Curve(String title, String xUnit, List<Double> xs, List<Double> ys) {
    private static final int ROWS = 12;

    /** @param columns the width of the terminal */
    public String text(int columns) {
        double left = xs.stream().mapToDouble(x -> x).min().orElse(0);
        double right = xs.stream().mapToDouble(x -> x).max().orElse(0);
        double low = ys.stream().mapToDouble(y -> y).min().orElse(0);
        double high = ys.stream().mapToDouble(y -> y).max().orElse(0);
        String top = number(high);
        String bottom = number(low);
        int margin = Math.max(top.length(), bottom.length()) + 2;
        int width = Math.max(20, Math.min(columns, 100) - margin - 1);
        Canvas canvas = new Canvas(margin + width, ROWS + 1);
        for (int row = 0; row < ROWS; row++) {
            canvas.write(margin - 1, row, row == 0 || row == ROWS - 1 ? "┤" : "│");
        }
        canvas.write(margin - 2 - top.length(), 0, top);
        canvas.write(margin - 2 - bottom.length(), ROWS - 1, bottom);
        for (int k = 0; k < xs.size(); k++) {
            int before = Math.max(0, k - 1);
            canvas.line(
                    2 * margin + across(xs.get(before), left, right, 2 * width - 1),
                    4 * ROWS - 1 - across(ys.get(before), low, high, 4 * ROWS - 1),
                    2 * margin + across(xs.get(k), left, right, 2 * width - 1),
                    4 * ROWS - 1 - across(ys.get(k), low, high, 4 * ROWS - 1));
        }
        canvas.write(margin, ROWS, number(left));
        String end = number(right) + " " + xUnit;
        canvas.write(margin + width - end.length(), ROWS, end);
        return title + "\n" + canvas.text();
    }

    private static double across(double value, double from, double to, double most) {
        return to > from ? (value - from) / (to - from) * most : 0;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
