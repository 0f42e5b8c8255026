package crosscountry.kernel.shell;

/**
 * How error texts stand out, in terminals and in notebooks, whose reds do not read on their own red in dark mode: by
 * weight alone.
 */
public final class Ansi {
    private static final String STRONG = "\u001b[1m";

    private Ansi() {}

    /** A line for a terminal, whose red reads on its ground. */
    public static String inTerminal(String line) {
        return line.replace(STRONG, "\u001b[1;31m");
    }

    static String strong(String text) {
        return STRONG + text + "\u001b[0m";
    }

    static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }
}
