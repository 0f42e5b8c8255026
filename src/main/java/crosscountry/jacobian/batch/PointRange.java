package crosscountry.jacobian.batch;

/** Computes results at a range of a batch's points; safe for any number of threads. */
interface PointRange {
    /**
     * @param end exclusive
     * @param xs numbers of all points, in an array of the program's precision, like {@code results}
     */
    void run(int first, int end, Grid xs, Grid results);
}
