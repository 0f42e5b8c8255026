/**
 * Commands about the session itself: variables, timing, the environment, markup and files. They know no graph.
 *
 * <p>Each stands alone; {@link crosscountry.kernel.command.session.WhoCommand} is a short one to begin with. The code
 * of {@code %timeit} is compiled in the session against {@link crosscountry.kernel.command.session.Timed} and
 * {@link crosscountry.kernel.command.session.Sink}, which are public for that reason alone.
 */
package crosscountry.kernel.command.session;
