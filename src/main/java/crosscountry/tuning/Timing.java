package crosscountry.tuning;

import java.util.Locale;

/**
 * How long one Jacobian takes in a batch, measured in turns with a control.
 *
 * @param ratio median over the rounds of the time divided by the control's in the same round
 * @param low lower end of the band in which the median lies with 95 %
 * @param high its upper end
 * @param nanos the median, in ns: {@code ratio} times the control's median
 */
public record Timing(double ratio, double low, double high, double nanos) {
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f ns a Jacobian, %.3f (%.3f to %.3f) of the control", nanos, ratio, low, high);
    }
}
