package crosscountry.graph.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import crosscountry.graph.Graph;
import crosscountry.graph.Primitive;
import crosscountry.graph.Shape;
import crosscountry.graph.block.Block.Loop;
import crosscountry.graph.block.Block.Operation;
import crosscountry.trace.Trace;
import crosscountry.trace.Var;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RepetitionTest {
    private static Graph program(UnaryOperator<Var> function) {
        return Trace.of("program", List.of(Shape.SCALAR), x -> function.apply(x[0]));
    }

    /** sin on each round's first line, cos and a product on the next two. */
    private static Var rounds(Var x, int times) {
        Var y = x;
        for (int k = 0; k < times; k++) {
            y = y.sin();
            y = y.cos();
            y = y.times(x);
        }
        return y;
    }

    @Test
    void aLoopIsItsBodyAndHowOftenItRuns() {
        Graph graph = program(x -> rounds(x, 5).exp());
        List<Block> blocks = Repetition.of(graph.vertices());
        assertEquals(2, blocks.size());
        Loop loop = assertInstanceOf(Loop.class, blocks.get(0));
        assertEquals(
                List.of(5, 5, 3, 15),
                List.of(loop.low(), loop.high(), loop.body().size(), loop.size()));
        assertEquals(graph.vertices().subList(0, 3), loop.vertices());
        assertEquals(new Operation(graph.vertex(16)), blocks.get(1));
    }

    @Test
    void twoRoundsAreNoLoop() {
        Graph graph = program(x -> rounds(x, 2));
        assertEquals(6, Repetition.of(graph.vertices()).size());
    }

    @Test
    void loopsNestAndTheirCountsMayDiffer() {
        Graph graph = program(x -> {
            Var y = x;
            for (int k = 0; k < 6; k++) {
                y = rounds(y, 4 + k % 2).exp();
            }
            return y;
        });
        List<Block> blocks = Repetition.of(graph.vertices());
        assertEquals(1, blocks.size());
        Loop outer = (Loop) blocks.get(0);
        Loop inner = (Loop) outer.body().get(0);
        assertEquals(6, outer.low());
        assertEquals(List.of(4, 5), List.of(inner.low(), inner.high()));
        assertEquals(graph.vertices().size(), outer.size());
        assertEquals(false, outer.isRegular());
    }

    @Property(tries = 60)
    void blocksCoverTheProgramAndFindTheLoopThatIsThere(
            @ForAll @IntRange(min = 0, max = 9) int before,
            @ForAll @IntRange(min = 3, max = 400) int times,
            @ForAll @IntRange(min = 0, max = 9) int behind) {
        Graph graph = program(x -> {
            Var y = x;
            for (int k = 0; k < before; k++) {
                y = k % 3 == 0 ? y.exp() : k % 3 == 1 ? y.log() : y.tan();
            }
            y = rounds(y, times);
            for (int k = 0; k < behind; k++) {
                y = k % 2 == 0 ? y.tanh() : y.sqrt();
            }
            return y;
        });
        List<Block> blocks = Repetition.of(graph.vertices());
        assertEquals(
                graph.vertices().size(), blocks.stream().mapToInt(Block::size).sum());
        List<Integer> counts = blocks.stream()
                .filter(block ->
                        block instanceof Loop && block.vertices().get(0).primitive() == Primitive.SIN)
                .map(block -> ((Loop) block).low())
                .toList();
        assertEquals(List.of(times), counts);
    }
}
