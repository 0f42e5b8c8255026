/**
 * Lower bounds and their certificates, which a reader can check by hand or with a program of their own. Begin at
 * {@link crosscountry.search.bound.Certificate}; {@link crosscountry.search.bound.CutBound} makes the first one,
 * {@link crosscountry.search.bound.GroupBound} stronger ones.
 *
 * <p>Uses graphs, elimination and flows.
 */
package crosscountry.search.bound;
