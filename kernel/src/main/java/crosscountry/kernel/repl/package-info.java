/** The terminal: the same session as the kernel's, with an editor, pictures and scripts. */
package crosscountry.kernel.repl;
