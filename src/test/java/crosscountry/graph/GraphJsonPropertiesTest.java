package crosscountry.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosscountry.RandomGraphs;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GraphJsonPropertiesTest {
    @Provide
    Arbitrary<Graph> graphs() {
        return RandomGraphs.any(30);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBackEqual(@ForAll("graphs") Graph graph) {
        String json = GraphJson.write(graph);
        Graph read = GraphJson.read(json, "other");
        assertEquals(graph, read);
        assertEquals(json, GraphJson.write(read));
    }
}
