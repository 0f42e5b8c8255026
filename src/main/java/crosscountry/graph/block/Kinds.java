package crosscountry.graph.block;

import crosscountry.graph.Params;
import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers for what blocks are: equal for equal operations on the same line, and for loops with equal bodies. */
final class Kinds {
    private int count;
    private final Map<IntBuffer, Integer> loops = new HashMap<>();
    /** A hash table, at most half full: an operation of each kind, and the kind. */
    private Vertex[] operations = new Vertex[64];

    private int[] kinds = new int[64];
    private int filled;

    int of(Vertex vertex) {
        int at = place(vertex);
        if (operations[at] == null) {
            if (2 * ++filled > operations.length) {
                grow();
                at = place(vertex);
            }
            operations[at] = vertex;
            kinds[at] = count++;
        }
        return kinds[at];
    }

    /** A loop, by the kinds in its body. */
    int of(int[] body) {
        return loops.computeIfAbsent(IntBuffer.wrap(body), fresh -> count++);
    }

    private void grow() {
        Vertex[] old = operations;
        int[] numbers = kinds;
        operations = new Vertex[2 * old.length];
        kinds = new int[2 * old.length];
        for (int k = 0; k < old.length; k++) {
            if (old[k] != null) {
                int at = place(old[k]);
                operations[at] = old[k];
                kinds[at] = numbers[k];
            }
        }
    }

    /** Where such an operation stands, or would. */
    private int place(Vertex vertex) {
        int mask = operations.length - 1;
        int at = hash(vertex) & mask;
        while (operations[at] != null && !isSame(operations[at], vertex)) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** By fields: the hash of a record takes long until it is compiled. */
    private static int hash(Vertex vertex) {
        int hash = vertex.primitive().ordinal();
        if (vertex.params() != Params.NONE) {
            hash = 31 * hash + vertex.params().hashCode();
        }
        if (vertex.source().isPresent()) {
            Source source = vertex.source().get();
            hash = 31 * (31 * hash + source.line()) + source.method().hashCode();
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private static boolean isSame(Vertex one, Vertex other) {
        return one.primitive() == other.primitive()
                && (one.params() == other.params() || one.params().equals(other.params()))
                && (one.shape() == other.shape() || one.shape().equals(other.shape()))
                && isSame(one.source(), other.source());
    }

    private static boolean isSame(Optional<Source> one, Optional<Source> other) {
        return one == other
                || one.isPresent()
                        && other.isPresent()
                        && one.get().line() == other.get().line()
                        && one.get().method().equals(other.get().method());
    }
}
