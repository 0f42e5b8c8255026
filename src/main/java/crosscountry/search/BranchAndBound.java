package crosscountry.search;

import crosscountry.game.FastGame;
import crosscountry.game.GameTemplate;
import crosscountry.graph.GraphException;
import crosscountry.search.bound.Remaining;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Best-first branch and bound over sets of eliminated vertices, on scalar graphs: always the position with the smallest
 * cost so far plus lower bound of the rest. Positions with the same vertices gone are one; of false twins (the same
 * neighbours on both sides) the second follows the first, which changes nothing for the optimum (Bentert et al. 2025);
 * what cannot be below the best order is dropped. When nothing is left, the best order is the optimum; until then the
 * smallest estimate in the queue is a bound.
 */
public record BranchAndBound() implements SearchMethod {
    private static final int MOST_POSITIONS = 2_000_000;

    private record Position(BitSet gone, long spent, long estimate, Position before, int vertex) {}

    @Override
    public String name() {
        return "branch-and-bound";
    }

    @Override
    public void run(Search search) {
        GameTemplate template = search.template();
        if (!template.isScalar()) {
            throw new GraphException("branch-and-bound needs a graph of scalars and the cost published or algebra");
        }
        for (Score score : Score.values()) {
            new Greedy(score).once(search, null);
        }
        Remaining remaining = Remaining.of(template.graph(), template.rules());
        FastGame game = template.start();
        Map<BitSet, Long> reached = new HashMap<>();
        PriorityQueue<Position> queue = new PriorityQueue<>((one, other) -> one.estimate() != other.estimate()
                ? Long.compare(one.estimate(), other.estimate()) : Integer.compare(other.gone().cardinality(), one.gone().cardinality()));
        Position root = new Position(new BitSet(), 0, remaining.least(new BitSet(), template), null, -1);
        queue.add(root);
        reached.put(root.gone(), 0L);
        while (!queue.isEmpty() && queue.peek().estimate() < search.total() && !search.done() && reached.size() < MOST_POSITIONS) {
            search.prove(queue.peek().estimate());
            Position position = queue.poll();
            if (position.spent() > reached.get(position.gone())) {
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

    private static void play(FastGame game, BitSet gone) {
        game.reset();
        gone.stream().forEach(game::eliminate);
    }

    private static void expand(Search search, FastGame game, Position position, Remaining remaining, Map<BitSet, Long> reached, PriorityQueue<Position> queue) {
        GameTemplate template = search.template();
        if (game.done()) {
            search.offer(order(position, template.size()), position.spent());
            return;
        }
        int[] open = new int[game.size()];
        int count = game.open(open);
        int twin = position.vertex() < 0 ? -1 : twin(template, position, open, count);
        for (int k = 0; k < count; k++) {
            if (twin >= 0 && open[k] != twin) {
                continue;
            }
            BitSet gone = (BitSet) position.gone().clone();
            gone.set(open[k]);
            long spent = position.spent() + game.cost(open[k]);
            Long known = reached.get(gone);
            if (known != null && known <= spent) {
                continue;
            }
            long estimate = Math.max(position.estimate(), spent + remaining.least(gone, template));
            if (estimate < search.total()) {
                reached.put(gone, spent);
                queue.add(new Position(gone, spent, estimate, position, open[k]));
            }
        }
    }

    /** A vertex that had the same neighbours as the last one gone, which is back for the comparison; -1 if there is none. */
    private static int twin(GameTemplate template, Position position, int[] open, int count) {
        FastGame before = template.start();
        play(before, position.before().gone());
        for (int k = 0; k < count; k++) {
            boolean same = true;
            for (int word = 0; word < before.columnWords() && same; word++) {
                same = before.predecessors(open[k], word) == before.predecessors(position.vertex(), word)
                        && before.successors(open[k], word) == before.successors(position.vertex(), word);
            }
            if (same) {
                return open[k];
            }
        }
        return -1;
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
