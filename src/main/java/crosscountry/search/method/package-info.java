/**
 * The methods of search, one class each, named as in the literature, and what they share: a method is a
 * {@link crosscountry.search.method.SearchMethod}, and all that it sees is a
 * {@link crosscountry.search.method.RunningSearch}.
 *
 * <p>Uses elimination and, to prune, bounds. Annealing and the portfolio are public; the others go by their names.
 */
package crosscountry.search.method;
