/**
 * The Jupyter kernel, the terminal and the commands for scripts, around the engine in {@code crosscountry}.
 *
 * <p>Jupyter starts {@link crosscountry.kernel.KernelMain}, a shell starts {@link crosscountry.kernel.cli.Main}. Begin
 * with {@link crosscountry.kernel.shell.Session}, which runs the cells of both, and with
 * {@link crosscountry.kernel.command.Magic}, which every command extends. Who may use whom is tested by
 * KernelArchitectureTest.
 */
package crosscountry.kernel;
