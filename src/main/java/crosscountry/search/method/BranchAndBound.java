package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import crosscountry.elimination.state.StateTemplate;
import crosscountry.search.bound.Remaining;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Best-first branch and bound over sets of eliminated vertices, on scalar graphs: always the position with the smallest
 * cost so far plus lower bound of the rest. Positions with the same eliminated vertices are merged; a vertex that can
 * be eliminated at once without loss ({@link Reductions}) is; what cannot beat the incumbent is pruned. When the queue
 * is empty, the incumbent is optimal; until then the smallest estimate in the queue is a lower bound.
 */
record BranchAndBound() implements SearchMethod {
    private static final int MOST_POSITIONS = 2_000_000;

    /** @param twin the vertex that must follow, -1 for any */
    private record Position(BitSet gone, long spent, long estimate, Position before, int vertex, int twin) {
        /** Equal for positions with the same eliminated vertices and the same vertex to follow. */
        BitSet key(int size) {
            BitSet key = (BitSet) gone.clone();
            key.set(size + 1 + twin);
            return key;
        }
    }

    @Override
    public String name() {
        return "branch-and-bound";
    }

    @Override
    public boolean isExact() {
        return true;
    }

    @Override
    public void run(RunningSearch search) {
        StateTemplate template = search.template();
        search.requireScalar(name());
        Greedy.everyScore(search);
        Remaining remaining = Remaining.of(template.graph(), template.rules());
        BitsetState game = template.start();
        Map<BitSet, Long> reached = new HashMap<>();
        PriorityQueue<Position> queue = new PriorityQueue<>((one, other) -> one.estimate() != other.estimate()
                ? Long.compare(one.estimate(), other.estimate())
                : Integer.compare(other.gone().cardinality(), one.gone().cardinality()));
        Position root = new Position(new BitSet(), 0, remaining.least(new BitSet(), template), null, -1, -1);
        queue.add(root);
        reached.put(root.key(template.size()), 0L);
        while (!queue.isEmpty()
                && queue.peek().estimate() < search.total()
                && !search.done()
                && reached.size() < MOST_POSITIONS) {
            search.prove(queue.peek().estimate());
            Position position = queue.poll();
            if (position.spent() > reached.get(position.key(template.size()))) {
                continue; // reached more cheaply since
            }
            play(game, position.gone());
            expand(search, game, position, remaining, reached, queue);
            search.count(1);
        }
        if (queue.isEmpty() || queue.peek().estimate() >= search.total()) {
            search.prove(search.total());
        }
    }

    private static void play(BitsetState game, BitSet gone) {
        game.reset();
        gone.stream().forEach(game::eliminate);
    }

    private static void expand(
            RunningSearch search,
            BitsetState game,
            Position position,
            Remaining remaining,
            Map<BitSet, Long> reached,
            PriorityQueue<Position> queue) {
        StateTemplate template = search.template();
        if (game.done()) {
            search.offer(order(position, template.size()), position.spent());
            return;
        }
        int[] open = new int[game.size()];
        int count = game.open(open);
        int only = position.twin() >= 0 ? position.twin() : Reductions.free(game, remaining);
        for (int k = 0; k < count; k++) {
            if (only >= 0 && open[k] != only) {
                continue;
            }
            BitSet gone = (BitSet) position.gone().clone();
            gone.set(open[k]);
            long spent = position.spent() + game.cost(open[k]);
            Position next = new Position(
                    gone,
                    spent,
                    Math.max(position.estimate(), spent + remaining.least(gone, template)),
                    position,
                    open[k],
                    Reductions.twin(game, open[k]));
            Long known = reached.get(next.key(game.size()));
            if (next.estimate() < search.total() && (known == null || known > spent)) {
                reached.put(next.key(game.size()), spent);
                queue.add(next);
            }
        }
    }

    private static int[] order(Position last, int size) {
        int[] order = new int[size];
        Arrays.fill(order, -1);
        Position position = last;
        for (int k = size - 1; k >= 0; k--) {
            order[k] = position.vertex();
            position = position.before();
        }
        return order;
    }
}
