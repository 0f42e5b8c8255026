package crosscountry.kernel.command.session;

import java.util.Locale;

/** Times with three digits and a unit. */
final class Durations {
    private static final double[] SIZES = {1e9, 1e6, 1e3};
    private static final String[] UNITS = {"s", "ms", "µs"};

    private Durations() {}

    static String text(double nanos) {
        for (int k = 0; k < SIZES.length; k++) {
            if (nanos >= SIZES[k]) {
                return String.format(Locale.ROOT, "%.3g %s", nanos / SIZES[k], UNITS[k]);
            }
        }
        return String.format(Locale.ROOT, "%.3g ns", nanos);
    }
}
