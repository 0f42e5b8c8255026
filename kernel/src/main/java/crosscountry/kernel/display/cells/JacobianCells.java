package crosscountry.kernel.display.cells;

import crosscountry.jacobian.Jacobian;
import java.util.List;

/** A Jacobian as blocks: fuller where the entry is larger, by powers of ten, with its sign before it. */
public final class JacobianCells {
    private static final String BLOCKS = "█▓▒░";
    /** Each block stands for so many powers of ten. */
    private static final double DECADES = 1.5;

    private JacobianCells() {}

    /**
     * The picture and what its signs mean; rows and columns beyond the terminal's width, or 60 rows, are cut off with a
     * word.
     */
    public static String of(Jacobian jacobian, int columns) {
        List<String> rows = jacobian.outputNames();
        List<String> names = jacobian.inputNames();
        int margin = rows.stream().mapToInt(String::length).max().orElse(0) + 1;
        int shownColumns = Math.min(names.size(), Math.max(1, (columns - margin) / 3));
        int shownRows = Math.min(rows.size(), 60);
        double largest = largest(jacobian.matrix());
        StringBuilder text =
                new StringBuilder("Jacobian of " + jacobian.graph().name() + ", " + rows.size() + " x " + names.size());
        for (int row = 0; row < shownRows; row++) {
            text.append(String.format("%n%-" + margin + "s", rows.get(row)));
            for (int column = 0; column < shownColumns; column++) {
                text.append(cell(jacobian.matrix()[row][column], jacobian.structure()[row][column], largest));
            }
        }
        text.append(Jacobian.leftOut("rows", rows, shownRows)).append(Jacobian.leftOut("columns", names, shownColumns));
        return text.append(String.format(
                        java.util.Locale.ROOT,
                        "%ncolumns: %s%nfullest: up to %.3g; each block less: %.1f powers of ten; ·: always "
                                + "zero, 0: zero at this point, !: no number",
                        String.join(" ", names.subList(0, shownColumns)),
                        largest,
                        DECADES))
                .toString();
    }

    private static double largest(double[][] matrix) {
        double most = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                most = Double.isFinite(entry) ? Math.max(most, Math.abs(entry)) : most;
            }
        }
        return most;
    }

    private static String cell(double entry, boolean structural, double largest) {
        if (entry == 0) {
            return structural ? " 0 " : " · ";
        }
        if (!Double.isFinite(entry)) {
            return " ! ";
        }
        char block =
                BLOCKS.charAt((int) Math.min(BLOCKS.length() - 1, Math.log10(largest / Math.abs(entry)) / DECADES));
        return (entry < 0 ? "-" : "+") + block + block;
    }
}
