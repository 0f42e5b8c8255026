/**
 * The commands of a session, {@code %name} and {@code %%name}, and what they may ask of it.
 *
 * <p>Begin with {@link crosscountry.kernel.command.Magic}, which every command extends, and
 * {@link crosscountry.kernel.command.CommandContext}, the session as a command sees it;
 * {@link crosscountry.kernel.command.Named} says what graph a word names. Commands live in subpackages by subject and
 * are services, so libraries may bring their own. They may use the engine and renderers, but neither the shell nor
 * Jupyter: the shell implements the context.
 */
package crosscountry.kernel.command;
