package crosscountry.agent;

import crosscountry.search.method.RunningSearch;
import crosscountry.search.method.SearchMethod;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An agent plays: by its policy alone, with a tree search before each move, or for as long as the search lasts. In the
 * last case it plays by its policy, then alternates lookahead (where there is a score) with growing tree searches.
 *
 * @param simulations before each move; 0 for the policy alone, {@link #UNLIMITED} for as long as the search lasts
 */
public record AgentMethod(Evaluator evaluator, int simulations) implements SearchMethod {
    public static final int UNLIMITED = -1;
    private static final int WIDTH = 8;
    private static final int FIRST_SIMULATIONS = 16;
    private static final double FOLLOWING_NOISE = 1.5;

    @Override
    public String name() {
        return "agent";
    }

    @Override
    public void run(RunningSearch search) {
        if (search.template().size() == 0) {
            search.best();
            return;
        }
        playPolicies(search);
        if (simulations > 0) {
            new GumbelMethod(name(), evaluator, settings())
                    .once(search, settings().withNoise(0), search.random(0));
        } else if (simulations == UNLIMITED && search.template().size() > 1) {
            Evaluator quickest =
                    evaluator.learnedScore().<Evaluator>map(score -> score).orElse(evaluator);
            GumbelMethod trees = new GumbelMethod(name(), quickest, settings());
            search.onEachThread(thread -> search(search, trees, thread));
        }
    }

    /** One game by each policy, the quickest first, as far as the time allows. */
    private void playPolicies(RunningSearch search) {
        List<Evaluator> policies = evaluator.policies();
        play(search, policies.get(0));
        if (policies.size() > 1) {
            search.onEachThread(thread -> {
                for (int k = 1 + thread; k < policies.size(); k += search.threads()) {
                    play(search, policies.get(k));
                }
            });
        }
    }

    private static void play(RunningSearch search, Evaluator policy) {
        int[] order = policy.greedyOrder(search.template(), () -> search.done() && search.total() < Long.MAX_VALUE);
        if (order.length == search.template().size()) {
            search.count(1);
            search.offer(order, search.template().start().total(order));
        }
    }

    /**
     * Tree searches, lookahead passes along a game of their own, and lookahead along the incumbent, in turn; a cost
     * that is not additive has no tree search.
     */
    private void search(RunningSearch search, GumbelMethod trees, int thread) {
        Lookahead.Pass pass = evaluator
                .learnedScore()
                .map(score -> new Lookahead(score, WIDTH).new Pass(search, search.random(500 + thread)))
                .orElse(null);
        SplittableRandom random = search.random(700 + thread);
        boolean additive = search.template().rules().isAdditive();
        GumbelSettings now = thread < 2 ? settings().withNoise(0) : settings();
        for (int k = thread; !search.done(); k++) {
            if (pass != null && k % 3 == 0) {
                pass.follow(search.order(), k == 0 ? 0 : FOLLOWING_NOISE * random.nextDouble());
            } else if (pass != null && (k % 3 == 2 || !additive)) {
                pass.play(k == 2 ? 0 : 1);
            } else {
                trees.once(search, now, random);
                now = settings().withSimulations(now.simulations() * 3 / 2);
            }
        }
    }

    /** A score's values are costs of rollouts; a network's are estimates. */
    private GumbelSettings settings() {
        GumbelSettings paper = GumbelSettings.selfPlay(simulations > 0 ? simulations : FIRST_SIMULATIONS);
        return evaluator.learnedScore().isPresent() ? paper.playedOut() : paper;
    }
}
