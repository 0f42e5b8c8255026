/** How commands are declared: parsing, usage and mistakes, all from the picocli model of a command. */
package crosscountry.kernel.command.declaration;
