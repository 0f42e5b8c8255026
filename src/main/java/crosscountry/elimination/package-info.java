/**
 * Vertex elimination: orders, their costs, and what each step does.
 *
 * <p>Begin with {@link crosscountry.elimination.Elimination}, which plays an {@link crosscountry.elimination.Order};
 * {@link crosscountry.elimination.Linearization} is the graph between two steps, a
 * {@link crosscountry.elimination.Step} says what the elimination of one vertex did. The package is made to be read;
 * the classical orders and search use {@code elimination.state}.
 *
 * <p>It may use {@code graph} and {@link crosscountry.elimination.edge}, not {@code elimination.state}.
 */
package crosscountry.elimination;
