/**
 * Functions as data: a {@link crosscountry.graph.Graph} is a list of primitive operations in program order.
 *
 * <p>Begin with {@link crosscountry.graph.Graph}, then {@link crosscountry.graph.Primitive}, which states the value and
 * the partials of each operation once, and {@link crosscountry.graph.PrimalValues}.
 * {@link crosscountry.graph.GraphJson} reads and writes files. Where a function branches, a graph carries the
 * {@link crosscountry.graph.Condition}s of its path and the {@link crosscountry.graph.Origin} that has the graphs of
 * the other paths.
 *
 * <p>The package uses no other package of Crosscountry. {@code trace} makes graphs, everything else works on them.
 */
package crosscountry.graph;
