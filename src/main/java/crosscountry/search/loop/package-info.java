/**
 * Orders that repeat with the loops of a program: found on a few rounds, laid out over all of them. Begin at
 * {@link crosscountry.search.loop.PeriodicSearch}.
 *
 * <p>Uses graphs with their blocks, and states of elimination.
 */
package crosscountry.search.loop;
