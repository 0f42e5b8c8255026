/**
 * Options and parameters that commands share: a magic and the command for scripts of one kind declare the same ones.
 */
package crosscountry.kernel.command.option;
