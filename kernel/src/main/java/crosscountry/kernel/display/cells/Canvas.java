package crosscountry.kernel.display.cells;

import java.util.Arrays;

/** A picture of characters: lines in dots of Braille, two across and four down to a cell, with text above them. */
final class Canvas {
    /** The bit of each dot of a cell, by row, then column (Unicode, block Braille Patterns). */
    private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final char[][] text;

    Canvas(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        dots = new int[rows][columns];
        text = new char[rows][columns];
    }

    /** Sets one dot; what lies outside is left out. */
    void dot(int x, int y) {
        if (x >= 0 && y >= 0 && x < 2 * columns && y < 4 * rows) {
            dots[y / 4][x / 2] |= DOTS[y % 4][x % 2];
        }
    }

    /** A straight line between two dots. */
    void line(double x0, double y0, double x1, double y1) {
        int steps = (int) Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
        for (int k = 0; k <= steps; k++) {
            dot((int) Math.round(x0 + (x1 - x0) * k / steps), (int) Math.round(y0 + (y1 - y0) * k / steps));
        }
    }

    /** Writes over what lies there; what lies outside is left out. */
    void write(int column, int row, String words) {
        for (int k = 0; k < words.length(); k++) {
            if (row >= 0 && row < rows && column + k >= 0 && column + k < columns) {
                text[row][column + k] = words.charAt(k);
            }
        }
    }

    /** The lines, without the blanks at their ends. */
    String text() {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            char[] line = new char[columns];
            Arrays.fill(line, ' ');
            for (int column = 0; column < columns; column++) {
                if (text[row][column] != 0) {
                    line[column] = text[row][column];
                } else if (dots[row][column] != 0) {
                    line[column] = (char) (0x2800 + dots[row][column]);
                }
            }
            all.append(row == 0 ? "" : "\n").append(new String(line).stripTrailing());
        }
        return all.toString();
    }
}
