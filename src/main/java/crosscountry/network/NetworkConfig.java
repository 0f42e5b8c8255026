package crosscountry.network;

import crosscountry.graph.GraphException;

/**
 * The size of a network.
 *
 * @param layers of attention
 * @param width numbers that a token carries from layer to layer, a multiple of {@code heads}
 * @param heads of attention in each layer
 * @param hidden width inside of the two-layer networks behind the attention
 */
public record NetworkConfig(int layers, int width, int heads, int hidden) {
    public NetworkConfig {
        if (layers < 1 || heads < 1 || hidden < 1 || width < heads || width % heads != 0) {
            throw new GraphException(
                    "a network needs at least one layer, head and hidden number, and a width that is a multiple of "
                            + "its heads; not "
                            + layers + " layers, " + heads + " heads, " + hidden + " hidden, width " + width);
        }
    }
}
