package crosscountry.search.method;

import crosscountry.elimination.state.BitsetState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Beam search: at each depth the best positions by cost so far plus half the remaining degrees; equal sets are merged.
 */
record Beam() implements SearchMethod {
    private record Position(BitsetState game, long rating) {}

    @Override
    public String name() {
        return "beam";
    }

    @Override
    public void run(RunningSearch search) {
        boolean cut = true;
        for (int width = 4; cut && !search.done() && width < 1 << 24; width *= 2) {
            cut = once(search, width);
        }
    }

    /** One pass; false if nothing was pruned, so a wider beam would find nothing more. */
    private static boolean once(RunningSearch search, int width) {
        boolean cut = false;
        List<Position> beam = List.of(new Position(search.template().start(), 0));
        int size = search.template().size();
        for (int depth = 0; depth < size && !search.done(); depth++) {
            // insertion order breaks ties between equal ratings, so that a seed is reproducible
            Map<BitSet, Position> next = new LinkedHashMap<>();
            for (Position position : beam) {
                expand(search, position.game(), next);
            }
            search.count(beam.size());
            cut |= next.size() > width;
            beam = next.values().stream()
                    .sorted(Comparator.comparingLong(Position::rating))
                    .limit(width)
                    .toList();
        }
        for (Position position : beam) {
            if (position.game().done()) {
                search.offer(position.game().moves(), position.game().spent());
            }
        }
        return cut;
    }

    private static void expand(RunningSearch search, BitsetState game, Map<BitSet, Position> next) {
        int[] open = new int[game.size()];
        int count = game.open(open);
        List<Integer> cheapest =
                new ArrayList<>(Arrays.stream(open, 0, count).boxed().toList());
        cheapest.sort(Comparator.comparingLong(game::cost));
        for (int v : cheapest.subList(0, Math.min(8, count))) {
            BitsetState child = game.copy();
            child.eliminate(v);
            Position position = new Position(child, rating(child));
            if (child.spent() < search.total()) {
                next.merge(gone(child), position, (one, other) -> one.rating() <= other.rating() ? one : other);
            }
        }
    }

    private static long rating(BitsetState game) {
        int[] open = new int[game.size()];
        long left = 0;
        for (int k = 0, count = game.open(open); k < count; k++) {
            left += game.cost(open[k]);
        }
        return 2 * game.spent() + left;
    }

    private static BitSet gone(BitsetState game) {
        long[] words = new long[game.openWords()];
        Arrays.setAll(words, game::openWord);
        return BitSet.valueOf(words);
    }
}
