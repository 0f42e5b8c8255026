package crosscountry.graph.block;

import crosscountry.graph.Vertex;
import java.util.List;

/** A stretch of a program: one operation, or a body that is repeated. */
public sealed interface Block {
    /** The operations; of a repeated body, those of its first round. */
    List<Vertex> vertices();

    /** How many operations of the program it stands for. */
    int size();

    /** One operation. */
    record Operation(Vertex vertex) implements Block {
        @Override
        public List<Vertex> vertices() {
            return List.of(vertex);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /**
     * A body that is repeated.
     *
     * @param body its first round
     * @param low how often, at least; within a loop around it, the rounds of that one may differ
     * @param high how often, at most
     * @param size the operations of all rounds together
     */
    record Loop(List<Block> body, int low, int high, int size) implements Block {
        public Loop {
            body = List.copyOf(body);
        }

        @Override
        public List<Vertex> vertices() {
            return body.stream().flatMap(block -> block.vertices().stream()).toList();
        }

        /** True where all rounds have equally many operations. */
        public boolean isRegular() {
            return low == high && body.stream().allMatch(block -> !(block instanceof Loop inner) || inner.isRegular());
        }
    }
}
