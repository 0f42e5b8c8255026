/**
 * The commands for scripts: {@code crosscountry search GRAPH ...} and its siblings.
 *
 * <p>{@link crosscountry.kernel.cli.Main} parses the command line and turns mistakes into sentences and exit statuses;
 * {@code ScriptCommand} lists the commands, one class each. The words that a command shares with its magic come from
 * {@link crosscountry.kernel.command.option}. This package may use the engine, command declarations, renderers and the
 * terminal; commands and renderers know nothing of it.
 */
package crosscountry.kernel.cli;
