/**
 * Search for cheap orders, with a proof of how cheap one can be. Begin at {@link crosscountry.search.Search}.
 *
 * <p>Uses graphs, elimination, and the rooms below it: methods, bounds and flows. Knows no agent: whoever brings
 * methods of their own is a {@link crosscountry.search.method.SearchMethodProvider}.
 */
package crosscountry.search;
