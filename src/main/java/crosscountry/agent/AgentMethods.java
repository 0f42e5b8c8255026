package crosscountry.agent;

import crosscountry.search.method.SearchMethod;
import crosscountry.search.method.SearchMethodProvider;
import java.util.List;

/** The methods of the shipped agent. */
public final class AgentMethods implements SearchMethodProvider {
    @Override
    public List<SearchMethod> methods() {
        ScoreAgent agent = ScoreAgent.shipped();
        return List.of(
                new Lookahead(agent, 8),
                new GumbelMethod("gumbel", agent, GumbelSettings.selfPlay(16).playedOut()));
    }
}
