package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Monte-Carlo tree search with a uniform prior and Markowitz rollouts as values: the ablation of learning. Choice by
 * the smallest mean cost less an exploration bonus (UCT on costs scaled by the best and the worst seen).
 */
record TreeSearch() implements SearchMethod {
    private static final double EXPLORATION = 0.4;

    @Override
    public String name() {
        return "tree";
    }

    private static final class Node {
        final int[] moves;
        final Node[] children;
        double sum;
        int visits;

        Node(BitsetState game) {
            int[] open = new int[game.size()];
            moves = Arrays.copyOf(open, game.open(open));
            children = new Node[moves.length];
        }
    }

    @Override
    public void run(RunningSearch search) {
        search.onEachThread(thread -> {
            SplittableRandom random = search.random(300 + thread);
            BitsetState game = search.template().start();
            Node root = new Node(game);
            long worst = Math.max(1, search.total());
            while (!search.done() && root.moves.length > 0) {
                worst = Math.max(worst, simulate(search, root, game, random, worst));
                search.count(1);
            }
        });
    }

    private static long simulate(
            RunningSearch search, Node root, BitsetState game, SplittableRandom random, long worst) {
        game.reset();
        Node[] path = new Node[game.size() + 1];
        int depth = 0;
        path[0] = root;
        Node node = root;
        boolean fresh = false;
        while (!game.done() && !fresh) {
            int k = choose(node, search.total(), worst, random);
            game.eliminate(node.moves[k]);
            fresh = node.children[k] == null;
            if (fresh) {
                node.children[k] = new Node(game);
            }
            node = node.children[k];
            path[++depth] = node;
        }
        complete(game, random);
        search.offer(game.moves(), game.spent());
        for (int k = 0; k <= depth; k++) {
            path[k].sum += game.spent();
            path[k].visits++;
        }
        return game.spent();
    }

    private static int choose(Node node, long best, long worst, SplittableRandom random) {
        int chosen = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < node.moves.length; k++) {
            Node child = node.children[k];
            double mean = child == null ? 0.5 : (child.sum / child.visits - best) / Math.max(1, worst - best);
            double bonus = EXPLORATION * Math.sqrt(Math.log(node.visits + 1.0) / (child == null ? 0.5 : child.visits));
            double value = mean - bonus + 1e-9 * random.nextDouble();
            if (value < least) {
                least = value;
                chosen = k;
            }
        }
        return chosen;
    }

    /** A rollout by the smallest cost, ties at random. */
    private static void complete(BitsetState game, SplittableRandom random) {
        int[] open = new int[game.size()];
        while (!game.done()) {
            int count = game.open(open);
            int chosen = open[0];
            long least = Long.MAX_VALUE;
            int equal = 0;
            for (int k = 0; k < count; k++) {
                long cost = game.markowitzDegree(open[k]);
                if (cost < least) {
                    least = cost;
                    chosen = open[k];
                    equal = 1;
                } else if (cost == least && random.nextInt(++equal) == 0) {
                    chosen = open[k];
                }
            }
            game.eliminate(chosen);
        }
    }
}
