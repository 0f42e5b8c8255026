/**
 * Orders by measured run time, and what counts have to do with it. Begin at {@link crosscountry.tuning.RuntimeSearch}.
 *
 * <p>Uses search and the compiled Jacobian.
 */
package crosscountry.tuning;
