package crosscountry.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosscountry.graph.Graph;
import crosscountry.graph.Operand;
import crosscountry.task.Tasks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomProgramTest {
    private static List<Graph> some() {
        List<Graph> graphs = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            graphs.add(RandomProgram.scalar(seed, 20 + 4 * seed));
            graphs.add(RandomTensorProgram.of(seed, 20 + seed));
            graphs.add(RandomMixedProgram.of(seed, 20 + seed));
        }
        return graphs;
    }

    @Test
    void theSameSeedGivesTheSameProgramAndAnotherSeedAnother() {
        assertEquals(RandomProgram.scalar(5, 60), RandomProgram.scalar(5, 60));
        assertEquals(RandomTensorProgram.of(5, 60), RandomTensorProgram.of(5, 60));
        assertEquals(RandomMixedProgram.of(5, 60), RandomMixedProgram.of(5, 60));
        Set<Long> hashes = new HashSet<>();
        some().forEach(graph -> hashes.add(Structure.hash(graph)));
        assertTrue(hashes.size() > 165, () -> "only " + hashes.size() + " of 180 programs differ");
    }

    @Test
    void everyScalarValueIsReadOrIsAnOutput() {
        for (int seed = 0; seed < 60; seed++) {
            Graph graph = RandomProgram.scalar(seed, 20 + 4 * seed);
            Set<Integer> used = new HashSet<>();
            graph.vertices().forEach(vertex -> vertex.operands().forEach(operand -> note(operand, used)));
            graph.outputs().forEach(output -> note(output, used));
            graph.vertices()
                    .forEach(vertex -> assertTrue(
                            used.contains(vertex.id()), () -> graph.name() + " does not use " + vertex.id()));
        }
    }

    private static void note(Operand operand, Set<Integer> used) {
        if (operand instanceof Operand.Ref ref) {
            used.add(ref.id());
        }
    }

    @Test
    void programsHaveTheSizeAskedFor() {
        for (int seed = 0; seed < 60; seed++) {
            int asked = 20 + 4 * seed;
            int size = RandomProgram.scalar(seed, asked).vertices().size();
            assertTrue(size >= asked * 4 / 5 && size < asked + 100, () -> "asked for " + asked + ", got " + size);
        }
    }

    @Test
    void noProgramIsATaskOrATestFunction() {
        List<Graph> kept =
                new ArrayList<>(Tasks.names().stream().map(Tasks::graph).toList());
        Corpus.test().forEach(name -> kept.add(Corpus.graph(name)));
        Map<Long, String> hashes = Structure.hashes(kept);
        some().forEach(graph -> assertEquals(null, hashes.get(Structure.hash(graph)), graph.name()));
    }
}
