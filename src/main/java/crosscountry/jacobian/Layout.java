package crosscountry.jacobian;

/** How the numbers of many points lie in one array. */
public enum Layout {
    /** Point by point: number k of point i of n is at {@code i * count + k}. */
    POINTS,
    /** Number by number (structure of arrays): number k of point i of n is at {@code k * n + i}. */
    COLUMNS
}
