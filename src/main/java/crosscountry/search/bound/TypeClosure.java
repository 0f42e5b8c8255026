package crosscountry.search.bound;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.edge.EdgeType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/** The types that an edge can take on by products on one side and by sums, in any order. */
final class TypeClosure {
    private TypeClosure() {}

    /** All types that can occur in a graph that begins with these. */
    static Set<EdgeType> all(Collection<EdgeType> first, CostModel rules) {
        Set<EdgeType> all = EnumSet.noneOf(EdgeType.class);
        Deque<EdgeType> fresh = new ArrayDeque<>();
        first.stream().distinct().forEach(type -> add(type, all, fresh));
        while (!fresh.isEmpty()) {
            EdgeType type = fresh.poll();
            for (EdgeType other : EnumSet.copyOf(all)) {
                add(rules.product(type, other), all, fresh);
                add(rules.product(other, type), all, fresh);
                add(rules.sum(type, other), all, fresh);
                add(rules.sum(other, type), all, fresh);
            }
        }
        return all;
    }

    /** What a path's edge at the vertex may become while the path's other end comes nearer. */
    static Set<EdgeType> of(
            EdgeType first, Set<EdgeType> others, CostModel rules, BiFunction<EdgeType, EdgeType, EdgeType> product) {
        Set<EdgeType> all = EnumSet.noneOf(EdgeType.class);
        Deque<EdgeType> fresh = new ArrayDeque<>();
        add(first, all, fresh);
        while (!fresh.isEmpty()) {
            EdgeType type = fresh.poll();
            for (EdgeType other : others) {
                add(product.apply(type, other), all, fresh);
                add(rules.sum(type, other), all, fresh);
                add(rules.sum(other, type), all, fresh);
            }
        }
        return all;
    }

    private static void add(EdgeType type, Set<EdgeType> all, Deque<EdgeType> fresh) {
        if (all.add(type)) {
            fresh.add(type);
        }
    }
}
