package crosscountry.jacobian;

/** Computes results at a range of a batch's points; safe for any number of threads. */
interface PointRange {
    /**
     * @param end exclusive
     * @param points points of the whole batch
     * @param xs numbers of all points, an array of the plan's kind, as {@code all} is
     */
    void run(int first, int end, int points, Layout layout, Object xs, Object all);
}
