package crosscountry.kernel.display.graph;

import crosscountry.graph.Source;
import crosscountry.graph.Vertex;
import java.util.List;
import java.util.Locale;

/** A stretch of a program: one operation, one line of the source, or a body that is repeated. */
sealed interface Part {
    /** The operations; of a repeated body, those of its first round. */
    List<Vertex> vertices();

    /** How many operations it stands for. */
    int size();

    record One(Vertex vertex) implements Part {
        @Override
        public List<Vertex> vertices() {
            return List.of(vertex);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    record Line(Source source, List<Vertex> vertices) implements Part {
        @Override
        public int size() {
            return vertices.size();
        }
    }

    /** @param low and {@code high}: how often, which differs where the whole is part of another body */
    record Loop(List<Part> body, int low, int high, int size) implements Part {
        @Override
        public List<Vertex> vertices() {
            return body.stream().flatMap(part -> part.vertices().stream()).toList();
        }

        String times() {
            return String.format(Locale.ROOT, low == high ? "%,d times" : "%,d to %,d times", low, high);
        }
    }
}
