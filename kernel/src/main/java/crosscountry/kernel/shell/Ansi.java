package crosscountry.kernel.shell;

/** How error texts stand out, in terminals and in notebooks, whose reds do not read on their own red in dark mode: by weight alone. */
final class Ansi {

    private Ansi() {
    }

    static String strong(String text) {
        return "\u001b[1m" + text + "\u001b[0m";
    }

    static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }
}
