/**
 * Search for cheap orders, with a proof of how cheap one can be. Begin at {@link crosscountry.search.Search}.
 *
 * <p>Uses graphs, elimination, and its own subpackages: methods, bounds and flows. It knows no agent: further methods
 * come from a {@link crosscountry.search.method.SearchMethodProvider}.
 */
package crosscountry.search;
