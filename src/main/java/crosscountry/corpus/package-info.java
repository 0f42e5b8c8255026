/**
 * Functions and random programs that agents learn from and are tested on; none is a function of the paper. Begin at
 * {@link crosscountry.corpus.Corpus}.
 *
 * <p>Uses tasks and tracing.
 */
package crosscountry.corpus;
