package crosscountry.jacobian;

/** One way to compute batches, and what its trials beside the leading way have shown. */
final class Contender {
    private static final int WINS = 3;
    /** Points after which HotSpot has had its chance. */
    private static final long WARM = 100_000;
    /** Times the time of a trial that pass before the next one, until then and from then on. */
    private static final int OFTEN = 8;
    private static final int SELDOM = 64;

    private final PointRange way;
    private long points;
    private int wins;
    private boolean tried;
    private long due = System.nanoTime();

    Contender(PointRange way) {
        this.way = way;
    }

    PointRange way() {
        return way;
    }

    /** Whether it is time for a trial; then nobody is told so before {@link #judged}: never, where the trial fails. */
    synchronized boolean claim(long now) {
        boolean free = !tried && now - due >= 0;
        tried |= free;
        return free;
    }

    synchronized void computed(int more) {
        points += more;
    }

    /** Whether it has now won often enough to lead. */
    synchronized boolean judged(int more, long now, long trial, boolean faster) {
        points += more;
        tried = false;
        wins = faster ? wins + 1 : 0;
        due = now + trial * (faster ? 0 : points < WARM ? OFTEN : SELDOM);
        boolean leads = wins >= WINS;
        wins = leads ? 0 : wins;
        return leads;
    }
}
