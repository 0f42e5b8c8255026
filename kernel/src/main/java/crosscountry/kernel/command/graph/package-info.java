/**
 * Commands about graphs: trace, eliminate, search, evaluate, play.
 *
 * <p>Begin with {@link crosscountry.kernel.command.graph.GraphCommand}, which makes a graph of the Java in a cell; the
 * others take graphs by name. They do little themselves: the engine computes and {@link crosscountry.kernel.display}
 * draws. Options that the command line has too come from {@link crosscountry.kernel.command.option}.
 */
package crosscountry.kernel.command.graph;
