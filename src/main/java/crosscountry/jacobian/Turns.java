package crosscountry.jacobian;

import crosscountry.graph.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * Where points go that break a condition of a path. Turns are numbered: for each condition, first the turn to no known
 * path, then one to each known path that branches off there.
 */
final class Turns {
    /**
     * A known path that decides differently at some condition.
     *
     * @param literal what it compares with; NaN, with {@code isLiteral} false, where it compares with the same value
     */
    record Way(Relation relation, boolean isLiteral, double literal, KnownPath path) {
        boolean holds(double left, double right) {
            return relation.holds(left, isLiteral ? literal : right);
        }
    }

    private final Way[][] ways;
    /** For each condition the number of its turn to no known path. */
    private final int[] start;

    private final List<KnownPath> next = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();

    /** @param ways for each condition */
    Turns(List<List<Way>> ways) {
        this.ways = ways.stream().map(each -> each.toArray(Way[]::new)).toArray(Way[][]::new);
        start = new int[ways.size()];
        for (int condition = 0; condition < start.length; condition++) {
            start[condition] = next.size();
            next.add(null);
            broken.add(condition);
            for (Way way : ways.get(condition)) {
                next.add(way.path());
                broken.add(condition);
            }
        }
    }

    int count() {
        return next.size();
    }

    /** The turn to no known path. */
    int nowhere(int condition) {
        return start[condition];
    }

    /** The turn of a point whose first broken condition is this one, comparing these numbers. */
    int of(int condition, double left, double right) {
        Way[] known = ways[condition];
        for (int k = 0; k < known.length; k++) {
            if (known[k].holds(left, right)) {
                return start[condition] + 1 + k;
            }
        }
        return start[condition];
    }

    /** Where a turn leads; null for no known path. */
    KnownPath next(int turn) {
        return next.get(turn);
    }

    int broken(int turn) {
        return broken.get(turn);
    }
}
