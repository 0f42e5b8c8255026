package crosscountry.kernel.command.declaration;

/** The type of a parameter that takes the rest of the line as it stands, spaces and quotes included. */
public sealed interface Verbatim {
    String text();

    /** Any text. */
    record Line(String text) implements Verbatim {}

    /** Java, which is completed as Java. */
    record Code(String text) implements Verbatim {}

    /** The text of a parameter that may be absent. */
    static String text(Verbatim parameter) {
        return parameter == null ? "" : parameter.text();
    }
}
