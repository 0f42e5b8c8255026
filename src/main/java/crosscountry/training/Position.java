package crosscountry.training;

/**
 * A training position, as the moves that lead to it.
 *
 * @param graph its number in the run
 * @param moves indices eliminated so far
 * @param policy a probability per open vertex, ascending
 * @param value logarithm of the cheapest known cost to go over that of a Markowitz game
 */
record Position(int graph, int[] moves, float[] policy, float value) {}
