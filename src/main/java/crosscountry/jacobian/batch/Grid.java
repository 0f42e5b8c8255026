package crosscountry.jacobian.batch;

/**
 * The numbers of many points in one array of doubles or floats: number k of point i stands at {@code start + i * point
 * + k * number}. Some of its points at a time are copied to and from columns, where number k of the j-th of them stands
 * at {@code k * stride + j}.
 */
public record Grid(Object array, int start, int point, int number, int numbers) {
    /** Point after point, each of this many numbers. */
    public static Grid rows(Object array, int numbers) {
        return new Grid(array, 0, numbers, 1, numbers);
    }

    /** Number after number, each at all points; {@code stride} from one number of a point to the next. */
    public static Grid columns(Object array, int stride, int numbers) {
        return columns(array, 0, stride, numbers);
    }

    static Grid columns(Object array, int start, int stride, int numbers) {
        return new Grid(array, start, 1, stride, numbers);
    }

    /** Whether the same number of all points stands side by side. */
    boolean isColumns() {
        return point == 1;
    }

    /** Where the first number of a point stands. */
    int at(int index) {
        return start + index * point;
    }

    /**
     * Copies the points {@code which[first]} to {@code which[end - 1]}, which ascend, to columns of either type.
     *
     * @param needed which of our numbers are copied
     */
    public void read(int[] which, int first, int end, int[] needed, Object columns, int stride) {
        boolean adjacent = point == 1 && which[end - 1] - which[first] == end - 1 - first;
        for (int k : needed) {
            int from = start + k * number;
            int to = k * stride - first;
            if (array instanceof double[] source && columns instanceof double[] target) {
                if (adjacent) {
                    System.arraycopy(source, from + which[first], target, to + first, end - first);
                    continue;
                }
                for (int j = first; j < end; j++) {
                    target[to + j] = source[from + which[j] * point];
                }
            } else if (array instanceof double[] source) {
                float[] target = (float[]) columns;
                for (int j = first; j < end; j++) {
                    target[to + j] = (float) source[from + which[j] * point];
                }
            } else if (columns instanceof double[] target) {
                float[] source = (float[]) array;
                for (int j = first; j < end; j++) {
                    target[to + j] = source[from + which[j] * point];
                }
            } else {
                float[] source = (float[]) array;
                float[] target = (float[]) columns;
                for (int j = first; j < end; j++) {
                    target[to + j] = source[from + which[j] * point];
                }
            }
        }
    }

    /**
     * Writes columns to the points {@code which[first]} to {@code which[end - 1]}.
     *
     * @param columnOf for each of our numbers its column, or -1 for zeros
     */
    public void write(int[] which, int first, int end, Object columns, int stride, int[] columnOf) {
        for (int k = 0; k < numbers; k++) {
            int to = start + k * number;
            int from = columnOf[k] * stride - first;
            if (array instanceof double[] target && columns instanceof double[] source) {
                for (int j = first; j < end; j++) {
                    target[to + which[j] * point] = columnOf[k] < 0 ? 0 : source[from + j];
                }
            } else if (array instanceof double[] target) {
                float[] source = (float[]) columns;
                for (int j = first; j < end; j++) {
                    target[to + which[j] * point] = columnOf[k] < 0 ? 0 : source[from + j];
                }
            } else {
                float[] source = (float[]) columns;
                float[] target = (float[]) array;
                for (int j = first; j < end; j++) {
                    target[to + which[j] * point] = columnOf[k] < 0 ? 0 : source[from + j];
                }
            }
        }
    }
}
