package crosscountry.jacobian.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Entries and edges against sorted maps. */
class SparseNodesTest {
    private static final int ROWS = 4;

    @Property(tries = 300)
    void entriesAreThoseOfASortedMap(@ForAll @Size(max = 40) List<@IntRange(min = 0, max = 59) Integer> places) {
        NodeTable table = new NodeTable();
        SparseNodes entries = new SparseNodes(ROWS);
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        for (int k = 0; k < places.size(); k++) {
            int node = table.input(k);
            int place = places.get(k);
            entries.add(table, place / 15, place % 15, node);
            expected.merge(place, node, table::plus);
        }
        assertEquals(places.isEmpty(), entries.isEmpty());
        TreeMap<Integer, Integer> found = new TreeMap<>();
        for (int row = 0; row < ROWS; row++) {
            for (int k = 0; k < entries.count(row); k++) {
                found.put(15 * row + entries.column(row, k), entries.node(row, k));
                assertEquals(entries.node(row, k), entries.at(row, entries.column(row, k)));
            }
        }
        assertEquals(expected, found);
    }

    @Property(tries = 300)
    void edgesAreThoseOfASortedMap(@ForAll @Size(max = 150) List<@IntRange(min = -60, max = 60) Integer> changes) {
        InEdges edges = new InEdges();
        TreeMap<Integer, SparseNodes> expected = new TreeMap<>();
        for (int change : changes) {
            int source = Math.abs(change);
            if (change > 0) {
                SparseNodes partial = new SparseNodes(1);
                edges.put(source, partial);
                expected.put(source, partial);
            } else {
                edges.remove(source);
                expected.remove(source);
            }
            assertEquals(expected.get(source), edges.get(source));
            assertEquals(expected.isEmpty(), edges.isEmpty());
        }
        assertArrayEquals(expected.keySet().stream().mapToInt(id -> id).toArray(), edges.sources());
        expected.forEach((source, partial) -> assertEquals(partial, edges.get(source)));
    }
}
