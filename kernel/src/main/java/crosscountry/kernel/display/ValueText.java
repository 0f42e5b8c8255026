package crosscountry.kernel.display;

import java.util.Arrays;

/** A value as one text: an array by its elements, everything else by its own words. */
public final class ValueText {
    private ValueText() {}

    public static String of(Object value) {
        if (value == null || !value.getClass().isArray()) {
            return String.valueOf(value);
        }
        String nested = Arrays.deepToString(new Object[] {value});
        return nested.substring(1, nested.length() - 1);
    }
}
