/**
 * The transformer that evaluates positions: training with DJL ({@link crosscountry.network.Network}), inference in
 * plain Java ({@link crosscountry.network.JavaNetwork}). Begin at {@link crosscountry.network.NetworkEvaluator}, or at
 * {@link crosscountry.network.Generalist} for what is shipped.
 *
 * <p>Uses agents, search and elimination; nothing else knows DJL.
 */
package crosscountry.network;
