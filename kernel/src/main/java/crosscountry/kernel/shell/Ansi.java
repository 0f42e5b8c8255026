package crosscountry.kernel.shell;

/** The few terminal colours of error texts, which notebooks show as well. */
final class Ansi {

    private Ansi() {
    }

    static String red(String text) {
        return "\u001b[1;31m" + text + "\u001b[0m";
    }

    static String dim(String text) {
        return "\u001b[2m" + text + "\u001b[0m";
    }
}
