/**
 * Finds the loops that a long program was unrolled from.
 *
 * <p>Begin with {@link crosscountry.jacobian.code.loop.LoopFinder}: it divides the
 * {@link crosscountry.jacobian.code.loop.Operations} of a program into {@link crosscountry.jacobian.code.loop.Loop}s.
 *
 * <p>Uses {@code jacobian.program}; only {@code jacobian.code} uses it.
 */
package crosscountry.jacobian.code.loop;
