package crosscountry.kernel.display.graph;

import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import crosscountry.graph.block.Block;
import crosscountry.graph.block.Block.Operation;
import crosscountry.graph.block.Repetition;
import crosscountry.kernel.display.graph.Part.Line;
import crosscountry.kernel.display.graph.Part.Loop;
import crosscountry.kernel.display.graph.Part.One;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program in parts that are drawn as one box, or listed once. */
final class Parts {
    private Parts() {}

    /** Single operations and loops. */
    static List<Part> of(List<Vertex> program) {
        return Repetition.of(program).stream().map(Parts::part).toList();
    }

    private static Part part(Block block) {
        if (block instanceof Operation operation) {
            return new One(operation.vertex());
        }
        Block.Loop loop = (Block.Loop) block;
        return new Loop(loop.body().stream().map(Parts::part).toList(), loop.low(), loop.high(), loop.size());
    }

    /** Single operations that follow each other on one line of the source, as one part. */
    static List<Part> byLine(List<Part> parts) {
        List<Part> grouped = new ArrayList<>();
        for (Part part : parts) {
            Optional<Source> source = part instanceof One one ? one.vertex().source() : Optional.empty();
            Part last = grouped.isEmpty() ? null : grouped.get(grouped.size() - 1);
            if (source.isPresent() && last instanceof Line line && line.source().equals(source.get())) {
                line.vertices().addAll(part.vertices());
            } else {
                grouped.add(source.isPresent() ? new Line(source.get(), new ArrayList<>(part.vertices())) : part);
            }
        }
        return grouped;
    }
}
