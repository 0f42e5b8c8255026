package crosscountry.kernel.display.game;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.EdgeType;
import java.util.function.BinaryOperator;

/**
 * The algebra of edge types as tables for the page. A cost is a product of some of six extents, and which ones depends
 * on the types alone: with distinct primes as extents, the prime factors of the cost show which.
 */
final class GameTables {
    /**
     * Of the target 1, 2, of the source 1, 2, of the eliminated vertex 1, 2: the bits of a cost's mask in this order.
     */
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};

    private GameTables() {}

    static ObjectNode of(CostModel rules) {
        ObjectNode tables = JsonNodeFactory.instance.objectNode();
        ArrayNode codes = tables.putArray("codes");
        for (EdgeType type : EdgeType.values()) {
            codes.add(type.code());
        }
        fill(tables.putArray("product"), rules::product);
        fill(tables.putArray("sum"), rules::sum);
        ArrayNode cost = tables.putArray("cost");
        for (EdgeType in : EdgeType.values()) {
            ArrayNode row = cost.addArray();
            for (EdgeType out : EdgeType.values()) {
                row.add(mask(rules, in, out));
            }
        }
        return tables;
    }

    private static void fill(ArrayNode table, BinaryOperator<EdgeType> rule) {
        for (EdgeType first : EdgeType.values()) {
            ArrayNode row = table.addArray();
            for (EdgeType second : EdgeType.values()) {
                row.add(rule.apply(first, second).code());
            }
        }
    }

    /** The factors of a cost as bits; -1 for products that cost nothing. */
    private static int mask(CostModel rules, EdgeType in, EdgeType out) {
        long cost = rules.cost(
                new Edge(1, 1, in, PRIMES[4], PRIMES[5], PRIMES[2], PRIMES[3]),
                new Edge(2, 2, out, PRIMES[0], PRIMES[1], PRIMES[4], PRIMES[5]));
        if (cost == 0) {
            return -1;
        }
        int mask = 0;
        long rest = cost;
        for (int bit = 0; bit < PRIMES.length; bit++) {
            if (rest % PRIMES[bit] == 0) {
                mask |= 1 << bit;
                rest /= PRIMES[bit];
            }
        }
        if (rest != 1) {
            throw new IllegalStateException(
                    "the cost of types " + in + ", " + out + " is no product of different extents");
        }
        return mask;
    }
}
