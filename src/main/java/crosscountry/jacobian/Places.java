package crosscountry.jacobian;

import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Where a point's numbers stand among its results: outputs first, then the Jacobian's entries by row, then column. */
final class Places {
    private final int outputs;
    private final int[] rows;
    private final int[] columns;
    /** By row and column. */
    private final Map<Long, Integer> places = new HashMap<>();

    private Places(int outputs, int[] rows, int[] columns) {
        this.outputs = outputs;
        this.rows = rows;
        this.columns = columns;
        for (int k = 0; k < rows.length; k++) {
            places.put(key(rows[k], columns[k]), outputs + k);
        }
    }

    static Places of(Program program) {
        return new Places(
                program.outputs().size(),
                program.entries().stream().mapToInt(Entry::row).toArray(),
                program.entries().stream().mapToInt(Entry::column).toArray());
    }

    /** With a place for every entry: fits every path of a function. */
    static Places dense(int outputs, int columnCount) {
        int all = Math.multiplyExact(outputs, columnCount);
        return new Places(
                outputs,
                IntStream.range(0, all).map(k -> k / columnCount).toArray(),
                IntStream.range(0, all).map(k -> k % columnCount).toArray());
    }

    /** With a place for every entry that some of these have. */
    static Places union(List<Places> all) {
        if (all.size() == 1) {
            return all.get(0);
        }
        long[] keys = all.stream()
                .flatMap(each -> each.places.keySet().stream())
                .mapToLong(key -> key)
                .distinct()
                .sorted()
                .toArray();
        return new Places(
                all.get(0).outputs,
                LongStream.of(keys).mapToInt(key -> (int) (key >> 32)).toArray(),
                LongStream.of(keys).mapToInt(key -> (int) key).toArray());
    }

    private static long key(int row, int column) {
        return ((long) row << 32) + column;
    }

    /** How many numbers a point has. */
    int size() {
        return outputs + rows.length;
    }

    int outputs() {
        return outputs;
    }

    /** Row of every entry; not to be written to. */
    int[] rows() {
        return rows;
    }

    /** Column of every entry; not to be written to. */
    int[] columns() {
        return columns;
    }

    /** The place of an entry; -1 where it has none. */
    int of(int row, int column) {
        return places.getOrDefault(key(row, column), -1);
    }

    /** For each of our numbers its place among those of {@code other}, which has all our entries. */
    int[] in(Places other) {
        return IntStream.range(0, size())
                .map(k -> k < outputs ? k : other.of(rows[k - outputs], columns[k - outputs]))
                .toArray();
    }

    /**
     * Moves a point's numbers, which stand side by side, to the places {@code to}, which ascend, and writes zeros
     * elsewhere.
     *
     * @param numbers doubles or floats
     */
    static void spread(int[] to, int size, Object numbers) {
        int end = size;
        for (int k = to.length - 1; k >= 0 && end > k + 1; k--) { // from the back: no number moves forwards
            System.arraycopy(numbers, k, numbers, to[k], 1);
            clear(numbers, to[k] + 1, end);
            end = to[k];
        }
    }

    private static void clear(Object numbers, int from, int end) {
        if (numbers instanceof double[] doubles) {
            Arrays.fill(doubles, from, end, 0);
        } else {
            Arrays.fill((float[]) numbers, from, end, 0);
        }
    }
}
