/**
 * How commands are declared: parsing, usage and mistakes, all from the picocli model of a command.
 *
 * <p>{@link crosscountry.kernel.command.declaration.Declaration} parses,
 * {@link crosscountry.kernel.command.declaration.Usage} writes synopses and help, and
 * {@link crosscountry.kernel.command.declaration.Mistake} says in one sentence what is wrong. Magics and the command
 * line share them. This package knows no command and no session, only picocli.
 */
package crosscountry.kernel.command.declaration;
