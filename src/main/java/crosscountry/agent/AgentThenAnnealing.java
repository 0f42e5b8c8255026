package crosscountry.agent;

import crosscountry.search.method.Annealing;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;

/**
 * An agent plays and searches for half of the budget; annealing goes on from its best order for the rest. What a good
 * prior finds at once and what many cheap tries find later add up (docs/experiments.md).
 */
public record AgentThenAnnealing(Evaluator evaluator) implements SearchMethod {
    private static final double SHARE = 0.5;

    @Override
    public String name() {
        return "agent, then annealing";
    }

    @Override
    public void run(RunningSearch search) {
        new AgentMethod(evaluator, AgentMethod.UNLIMITED).run(search.part(SHARE));
        if (!search.done()) {
            search.best();
            Annealing.keeping().run(search);
        }
    }
}
