package crosscountry.kernel.display;

import java.util.function.Supplier;

/** An exception in words. Its methods may be the user's, and may themselves throw or overflow the stack. */
public final class ThrownText {
    private ThrownText() {}

    /** The class, and the message where there is one. */
    public static String of(Throwable thrown) {
        String message = message(thrown);
        return thrown.getClass().getName() + (message == null ? "" : ": " + message);
    }

    /** The message; null where there is none. */
    public static String message(Throwable thrown) {
        return safely(thrown::getMessage, "(its message cannot be read)");
    }

    /** What a method of the user returns; {@code otherwise} if it throws anything. */
    public static <T> T safely(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (Throwable unreadable) {
            return otherwise;
        }
    }
}
