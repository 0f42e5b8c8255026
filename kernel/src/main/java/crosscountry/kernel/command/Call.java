package crosscountry.kernel.command;

/** One call of a {@link Magic}: picocli has filled its annotated fields from the line. */
public interface Call {
    /**
     * Does the work and returns a value to be shown, or null when there is nothing to show.
     *
     * @param body the rest of the cell below {@code %%name}, or null for a line magic
     * @throws IllegalArgumentException with one clear sentence when the user's input does not fit
     * @throws Exception whose message is shown without our own stack
     */
    Object run(CommandContext context, String body) throws Exception;
}
