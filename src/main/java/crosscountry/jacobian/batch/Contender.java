package crosscountry.jacobian.batch;

/** One way to compute batches, and the results of its trials against the leading way. */
final class Contender {
    private static final int WINS = 3;
    /** Points after which HotSpot should have compiled it. */
    private static final long WARM = 100_000;
    /** How many times a trial's duration passes before the next one, until then and from then on. */
    private static final int OFTEN = 3;

    private static final int SELDOM = 64;
    /** Nanoseconds: the first trial, which loads classes, may take a thousand times as long as later ones. */
    private static final long LONGEST_PAUSE = 200_000_000;

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

    /** Whether a trial is due. After a yes the answer is no until {@link #judged}, and for good if the trial fails. */
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
        due = faster ? now : now + Math.min(trial * (points < WARM ? OFTEN : SELDOM), LONGEST_PAUSE);
        boolean leads = wins >= WINS;
        wins = leads ? 0 : wins;
        return leads;
    }
}
