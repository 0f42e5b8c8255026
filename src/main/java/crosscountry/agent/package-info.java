/**
 * Agents that order graphs they have not seen. Begin at {@link crosscountry.agent.Agent}; what an agent thinks of a
 * position is an {@link crosscountry.agent.Evaluator}, and {@link crosscountry.agent.GumbelSearch} is the tree search.
 *
 * <p>Uses elimination and search. Networks stand above it and come in as {@link crosscountry.agent.ShippedEvaluator}
 * and {@link crosscountry.agent.AgentFormat}.
 */
package crosscountry.agent;
