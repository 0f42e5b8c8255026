/**
 * Agents that order unseen graphs. Start at {@link crosscountry.agent.Agent}; positions are evaluated by an
 * {@link crosscountry.agent.Evaluator}, and {@link crosscountry.agent.GumbelSearch} is the tree search.
 *
 * <p>Uses elimination and search. Networks stand above it and come in as {@link crosscountry.agent.ShippedEvaluator}
 * and {@link crosscountry.agent.AgentFormat}.
 */
package crosscountry.agent;
