/**
 * Options and parameters that commands share: a magic and its command for scripts declare the same ones.
 *
 * <p>Where both do the same, as {@code %search} and {@code crosscountry search} do, one class such as
 * {@link crosscountry.kernel.command.option.OrderSearchOptions} holds all that they share; it is made of smaller ones,
 * which other commands mix in. {@link crosscountry.kernel.command.option.Names} says what words stand for, with or
 * without a session. This package may use the engine, renderers and declarations, but no single command.
 */
package crosscountry.kernel.command.option;
