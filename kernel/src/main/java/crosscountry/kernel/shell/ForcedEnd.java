package crosscountry.kernel.shell;

/** Ends a thread by force where this Java can, else by an interrupt alone. */
final class ForcedEnd {
    private ForcedEnd() {}

    @SuppressWarnings({"deprecation", "removal"})
    public static void of(Thread thread) {
        thread.interrupt();
        try {
            thread.stop();
        } catch (UnsupportedOperationException newerJava) {
            // what looks at neither an interrupt nor a flag goes on; Java has no way to end it
        }
    }
}
