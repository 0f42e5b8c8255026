package crosscountry.elimination.edge;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.graph.Vertex;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which vertices are outputs (game.md, section 1). {@code terminal}: outputs that no operation reads, never eliminated.
 * {@code virtual}: outputs that are read again, each with the number of the virtual vertex behind it.
 */
public record OutputVertices(Set<Integer> terminal, Map<Integer, Integer> virtual) {
    public static OutputVertices of(Graph graph) {
        BitSet read = new BitSet();
        for (Vertex vertex : graph.vertices()) {
            for (Operand operand : vertex.operands()) {
                if (operand instanceof Operand.Ref ref && !graph.isInput(ref.id())) {
                    read.set(ref.id() - graph.inputs().size());
                }
            }
        }
        Set<Integer> terminal = new LinkedHashSet<>();
        Map<Integer, Integer> virtual = new LinkedHashMap<>();
        for (Operand output : graph.outputs()) {
            if (output instanceof Operand.Ref ref && !graph.isInput(ref.id())) {
                int vertex = ref.id() - graph.inputs().size();
                if (!read.get(vertex)) {
                    terminal.add(vertex);
                } else if (!virtual.containsKey(vertex)) {
                    virtual.put(vertex, graph.vertices().size() + virtual.size() + 1);
                }
            }
        }
        return new OutputVertices(Set.copyOf(terminal), Collections.unmodifiableMap(virtual));
    }
}
