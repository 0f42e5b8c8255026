package crosscountry.search.method;

import crosscountry.elimination.Order;

/**
 * The cheapest order of a search.
 *
 * @param total multiplications
 * @param seconds until it was found
 * @param evaluations until it was found
 */
public record Best(Order order, long total, double seconds, long evaluations) {}
