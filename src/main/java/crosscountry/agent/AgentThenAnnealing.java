package crosscountry.agent;

import crosscountry.search.method.Annealing;
import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;

/**
 * An agent plays and searches for half of the budget; annealing continues from its best order for the rest. A good
 * prior and many cheap evaluations complement each other (docs/experiments.md).
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
