package crosscountry.kernel.command;

import java.util.List;

/**
 * A command of a session: {@code %name line}, or {@code %%name line} with the rest of the cell as its body.
 * Implementations have a public constructor without arguments and are named in
 * {@code META-INF/services/crosscountry.kernel.command.Command}. Most extend {@link Magic}, to which the annotations of
 * their words give help, completion and a row in the table of commands.
 */
public interface Command {

    /** The name without percent signs. */
    String name();

    /** One line: how it is written, two spaces, and what for. */
    String synopsis();

    /** The whole help text, shown by {@code %name?} and {@code %name --help}. */
    String help();

    /**
     * Does the work and returns a value to be shown, or null when there is nothing to show.
     *
     * @param context the session: Java code, variables, output
     * @param line what stands after the name, trimmed
     * @param body the rest of the cell below {@code %%name}, or null for a line magic
     * @throws IllegalArgumentException with one clear sentence when the user's input does not fit
     * @throws Exception whose message is shown without our own stack
     */
    Object run(CommandContext context, String line, String body) throws Exception;

    /**
     * Words that may stand at the end of {@code argsBeforeCursor}, each a replacement of its last whitespace-separated
     * word; empty when there is nothing to offer.
     */
    default List<String> complete(CommandContext context, String argsBeforeCursor) {
        return List.of();
    }

    /** Whether it stands above a cell, and is written with two percent signs. */
    default boolean standsAboveCell() {
        return synopsis().startsWith("%%");
    }

    /** Whether the line is Java, and completed as such. */
    default boolean takesJava() {
        return false;
    }
}
