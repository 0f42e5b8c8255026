package crosscountry.search.method;

import crosscountry.elimination.state.FastGame;
import java.util.SplittableRandom;

/** Orders drawn at random, each as likely as any other: the floor of all floors. */
record RandomOrders() implements SearchMethod {
    @Override
    public String name() {
        return "random";
    }

    @Override
    public void run(RunningSearch search) {
        SplittableRandom random = search.random(0);
        FastGame game = search.template().start();
        int[] order = new int[game.size()];
        for (int k = 0; k < order.length; k++) {
            order[k] = k;
        }
        do {
            for (int k = order.length - 1; k > 0; k--) {
                int other = random.nextInt(k + 1);
                int kept = order[k];
                order[k] = order[other];
                order[other] = kept;
            }
            search.count(1);
            search.offer(order, game.total(order, search.total()));
        } while (!search.done());
    }
}
