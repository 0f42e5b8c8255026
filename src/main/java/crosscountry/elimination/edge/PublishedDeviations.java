package crosscountry.elimination.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The entries in which the published tables break the algebra: a resource, with its format in its own note. */
final class PublishedDeviations {
    private record Pair(EdgeType first, EdgeType second) {}

    private static final class Holder {
        static final PublishedDeviations INSTANCE = read();
    }

    private final Map<Pair, EdgeType> products = new HashMap<>();
    private final Map<Pair, EdgeType> sums = new HashMap<>();
    private final Map<Pair, boolean[]> costs = new HashMap<>();

    private PublishedDeviations(JsonNode json) {
        fill(products, json.get("product"));
        fill(sums, json.get("sum"));
        for (JsonNode row : json.get("cost_factors")) {
            boolean[] flags = new boolean[6];
            for (int k = 0; k < flags.length; k++) {
                flags[k] = row.get(2).get(k).asInt() == 1;
            }
            costs.put(pair(row), flags);
        }
    }

    static PublishedDeviations get() {
        return Holder.INSTANCE;
    }

    EdgeType product(EdgeType in, EdgeType out) {
        return products.get(new Pair(in, out));
    }

    EdgeType sum(EdgeType existing, EdgeType added) {
        return sums.get(new Pair(existing, added));
    }

    /** The published cost where it deviates, else -1. */
    long cost(Edge in, Edge out) {
        boolean[] flags = costs.get(new Pair(in.type(), out.type()));
        if (flags == null) {
            return -1;
        }
        int[] extents = {out.o1(), out.o2(), out.p1(), out.p2(), in.p1(), in.p2()};
        long cost = 1;
        boolean any = false;
        for (int k = 0; k < flags.length; k++) {
            any |= flags[k];
            cost *= flags[k] ? extents[k] : 1;
        }
        return any ? cost : 0;
    }

    private static void fill(Map<Pair, EdgeType> table, JsonNode rows) {
        for (JsonNode row : rows) {
            table.put(pair(row), EdgeType.of(row.get(3).asInt()));
        }
    }

    private static Pair pair(JsonNode row) {
        return new Pair(EdgeType.of(row.get(0).asInt()), EdgeType.of(row.get(1).asInt()));
    }

    private static PublishedDeviations read() {
        try (InputStream in = PublishedDeviations.class.getResourceAsStream("published_deviations.json")) {
            return new PublishedDeviations(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
