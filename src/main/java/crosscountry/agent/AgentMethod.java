package crosscountry.agent;

import crosscountry.search.Search;
import crosscountry.search.SearchMethod;
import crosscountry.search.Workers;
import java.util.SplittableRandom;

/**
 * An agent plays: by its policy alone, with a tree search before each move, or for as long as the search lasts. In the
 * last case it plays by its policy, then by lookahead (where there is a score) and by tree searches that grow, in turn.
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
    public void run(Search search) {
        if (search.template().size() == 0) {
            search.best();
            return;
        }
        alone(search);
        GumbelMethod trees = new GumbelMethod(name(), simulations == UNLIMITED ? quick() : evaluator, settings());
        if (simulations > 0) {
            trees.once(search, settings().withNoise(0), search.random(0));
        } else if (simulations == UNLIMITED && search.template().size() > 1) {
            Workers.run(search, thread -> search(search, trees, thread));
        }
    }

    /**
     * Trees, passes of lookahead along a game of their own, and along the best that is known, in turn; a cost that does
     * not add up has no tree search.
     */
    private void search(Search search, GumbelMethod trees, int thread) {
        Lookahead.Pass pass = quick() instanceof LinearAgent linear
                ? new Lookahead(linear, WIDTH).new Pass(search, search.random(500 + thread))
                : null;
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

    /** What plays most games a second: of a committee its score. */
    private Evaluator quick() {
        return evaluator instanceof Ensemble committee ? committee.score() : evaluator;
    }

    /** One game by each policy, the quickest first; those that the time is not enough for are left out. */
    private void alone(Search search) {
        if (evaluator instanceof Ensemble committee) {
            offer(search, committee.score().greedy(search.template()));
            Workers.run(search, thread -> {
                for (int k = thread; k < committee.networks().size(); k += search.threads()) {
                    greedy(search, committee.networks().get(k));
                }
            });
        } else if (evaluator instanceof LinearAgent linear) {
            offer(search, linear.greedy(search.template()));
        } else {
            greedy(search, evaluator);
        }
    }

    private static void offer(Search search, int[] order) {
        search.count(1);
        search.offer(order, search.template().start().total(order));
    }

    private static void greedy(Search search, Evaluator policy) {
        int[] order =
                LikeliestGame.play(search.template(), policy, () -> search.done() && search.total() < Long.MAX_VALUE);
        if (order.length == search.template().size()) {
            offer(search, order);
        }
    }

    /** Values of a score are costs of orders that were played; those of other evaluators are estimates. */
    private GumbelSettings settings() {
        GumbelSettings paper = GumbelSettings.selfPlay(simulations > 0 ? simulations : FIRST_SIMULATIONS);
        return quick() instanceof LinearAgent ? paper.playedOut() : paper;
    }
}
