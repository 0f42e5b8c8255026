/**
 * The methods of search, one class each, named as in the literature, and what they share: a method is a
 * {@link crosscountry.search.method.SearchMethod}, and sees only a {@link crosscountry.search.method.RunningSearch}.
 *
 * <p>Uses elimination and, to prune, bounds. Annealing and the portfolio are public; the others are called by name.
 */
package crosscountry.search.method;
