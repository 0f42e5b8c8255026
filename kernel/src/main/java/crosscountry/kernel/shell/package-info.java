/**
 * A session: cells of Java and commands, run by JShell in this process. It knows neither Jupyter nor a terminal.
 *
 * <p>{@link crosscountry.kernel.shell.Session} is the door for front ends, which implement
 * {@link crosscountry.kernel.shell.Frontend}; {@link crosscountry.kernel.shell.Notebook} holds the functions that cells
 * call by their bare names.
 */
package crosscountry.kernel.shell;
