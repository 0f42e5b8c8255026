package crosscountry.elimination.state;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * One game in which nothing is taken back: the lists of a vertex go with it, so memory grows with the edges that there
 * are at one time. Which edges are copies stands in the entries of the lists, and not in a set.
 */
final class OrderCount {
    /** Products between two looks at the clock. */
    static final long LOOK = 1 << 16;

    private final int size;
    private final int[][] before;
    private final int[][] after;
    private final int[] in;
    private final int[] out;
    /** Where a column stands in the list that is merged; elsewhere it stands for nothing. */
    private final int[] place;
    /** Length of the list that was merged last. */
    private int count;

    OrderCount(SparseTemplate template) {
        size = template.size();
        before = new int[size][];
        after = new int[size][];
        in = new int[size];
        out = new int[size];
        place = new int[template.nodes()];
        for (int index = 0; index < size; index++) {
            before[index] = template.before().list(index);
            after[index] = template.after().list(index);
            in[index] = before[index].length;
            out[index] = after[index].length;
        }
    }

    long total(int[] order, long limit, BooleanSupplier over) {
        long total = 0;
        long work = 0;
        for (int index : order) {
            work += (in[index] + 1L) * (out[index] + 1);
            total += eliminate(index);
            if (total >= limit) {
                return total;
            }
            if (work >= LOOK) {
                work = 0;
                if (over.getAsBoolean()) {
                    return limit;
                }
            }
        }
        return total;
    }

    private long eliminate(int index) {
        int[] sources = before[index];
        int[] targets = after[index];
        int inDegree = in[index];
        int outDegree = out[index];
        for (int k = 0; k < outDegree; k++) {
            int target = targets[k] >> 1;
            if (target < size) {
                before[target] = merged(before[target], in[target], index, sources, inDegree, targets[k] & 1);
                in[target] = count;
            }
        }
        for (int k = 0; k < inDegree; k++) {
            int source = sources[k] >> 1;
            if (source < size) {
                after[source] = merged(after[source], out[source], index, targets, outDegree, sources[k] & 1);
                out[source] = count;
            }
        }
        before[index] = null;
        after[index] = null;
        return (long) valued(sources, inDegree) * valued(targets, outDegree);
    }

    private static int valued(int[] list, int length) {
        int copies = 0;
        for (int k = 0; k < length; k++) {
            copies += list[k] & 1;
        }
        return length - copies;
    }

    /**
     * The union of {@code list} without {@code gone} and {@code more}.
     *
     * @param copy 1 where a copy joins the list's vertex and the one that goes: a product with it is a copy where the
     *     other factor is, and a sum is one where all terms are
     */
    private int[] merged(int[] list, int length, int gone, int[] more, int moreLength, int copy) {
        int kept = 0;
        for (int k = 0; k < length; k++) {
            int entry = list[k];
            if (entry >> 1 != gone) {
                place[entry >> 1] = kept;
                list[kept++] = entry;
            }
        }
        int old = kept;
        int[] result = list;
        for (int k = 0; k < moreLength; k++) {
            int column = more[k] >> 1;
            int product = more[k] & copy;
            int at = place[column];
            if (at < old && result[at] >> 1 == column) {
                result[at] &= ~1 | product;
                continue;
            }
            if (kept == result.length) {
                result = Arrays.copyOf(result, Math.max(4, kept * 3 / 2 + 1));
            }
            result[kept++] = 2 * column + product;
        }
        count = kept;
        return result;
    }
}
