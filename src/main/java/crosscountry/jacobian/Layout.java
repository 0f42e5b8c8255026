package crosscountry.jacobian;

import crosscountry.jacobian.batch.Grid;

/** How the numbers of many points lie in one array. */
public enum Layout {
    /** Point by point: number k of point i of n is at {@code i * count + k}. */
    POINTS,
    /** Number by number (structure of arrays): number k of point i of n is at {@code k * n + i}. */
    COLUMNS;

    Grid grid(Object array, int points, int numbers) {
        return this == POINTS ? Grid.rows(array, numbers) : Grid.columns(array, points, numbers);
    }
}
