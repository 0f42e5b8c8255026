package crosscountry.network;

import crosscountry.elimination.state.StateTemplate;
import crosscountry.search.bound.Certificate;
import crosscountry.search.bound.CutBound;
import java.util.Optional;

/**
 * What each vertex computes, and what it costs at least, by index: the operation, how many numbers it makes, and the
 * lower bound of its elimination by paths (game.md, section 10).
 */
record Landmarks(int[] operation, float[] logSize, long[] least) {
    /** Two small flows a vertex: beyond this many vertices the least cost counts as nothing. */
    private static final int BOUNDED = 2000;

    static Landmarks of(StateTemplate template) {
        int size = template.size();
        Landmarks landmarks = new Landmarks(new int[size], new float[size], new long[size]);
        if (template.graph() == null) {
            return landmarks;
        }
        for (int k = 0; k < size; k++) {
            var vertex = template.graph().vertex(template.vertex(k));
            landmarks.operation[k] = Tokens.operation(vertex.primitive());
            landmarks.logSize[k] = (float) Math.log(vertex.shape().size());
        }
        Optional<Certificate> bound =
                size <= BOUNDED ? CutBound.of(template.graph(), template.rules()) : Optional.empty();
        bound.ifPresent(known ->
                known.paths().forEach(paths -> landmarks.least[template.index(paths.vertex())] = paths.least()));
        return landmarks;
    }
}
