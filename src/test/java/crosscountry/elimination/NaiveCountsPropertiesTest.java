package crosscountry.elimination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.RandomGraphs;
import crosscountry.elimination.edge.CostModel;
import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Counts of scalar graphs against a dictionary of sets, written from game.md, sections 1 and 2, alone. */
class NaiveCountsPropertiesTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.scalar(40);
    }

    /** Values by id; the virtual output behind value id is -id. */
    private record Naive(Map<Integer, Set<Integer>> before, Map<Integer, Set<Integer>> after, Set<Integer> eliminable) {
        static Naive of(Graph graph) {
            Naive naive = new Naive(new HashMap<>(), new HashMap<>(), new TreeSet<>());
            Set<Integer> read = new HashSet<>();
            for (Vertex vertex : graph.vertices()) {
                naive.eliminable.add(vertex.id());
                for (Operand operand : vertex.operands()) {
                    if (operand instanceof Operand.Ref ref) {
                        naive.join(ref.id(), vertex.id());
                        read.add(ref.id());
                    }
                }
            }
            for (Operand output : graph.outputs()) {
                int id = ((Operand.Ref) output).id();
                if (!read.contains(id)) {
                    naive.eliminable.remove(id);
                } else if (!graph.isInput(id)) {
                    naive.join(id, -id);
                }
            }
            return naive;
        }

        void join(int source, int target) {
            after.computeIfAbsent(source, id -> new HashSet<>()).add(target);
            before.computeIfAbsent(target, id -> new HashSet<>()).add(source);
        }

        /** A product with the copy edge to the own virtual output costs nothing. */
        long eliminate(int id) {
            Set<Integer> ins = before.getOrDefault(id, Set.of());
            Set<Integer> outs = after.getOrDefault(id, Set.of());
            long valued = outs.stream().filter(target -> target != -id).count();
            for (int source : Set.copyOf(ins)) {
                after.get(source).remove(id);
                outs.forEach(target -> join(source, target));
            }
            for (int target : outs) {
                before.get(target).remove(id);
            }
            before.remove(id);
            after.remove(id);
            return ins.size() * valued;
        }
    }

    @Property(tries = 300)
    void everyOrderCountsAsInADictionaryOfSets(@ForAll("graphs") Graph graph, @ForAll long seed) {
        List<Integer> ids = new ArrayList<>(Naive.of(graph).eliminable());
        count(graph, ids);
        Collections.reverse(ids);
        count(graph, ids);
        Collections.shuffle(ids, new Random(seed));
        count(graph, ids);
    }

    private static void count(Graph graph, List<Integer> ids) {
        Naive naive = Naive.of(graph);
        List<Long> costs = ids.stream().map(naive::eliminate).toList();
        Order order =
                new Order(ids.stream().map(id -> id - graph.inputs().size()).toList());
        assertEquals(costs, Elimination.run(graph, CostModel.ALGEBRA, order).perStep());
        assertEquals(costs, Elimination.run(graph, CostModel.PUBLISHED, order).perStep());
    }
}
