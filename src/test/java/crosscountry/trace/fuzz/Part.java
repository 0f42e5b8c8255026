package crosscountry.trace.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A piece of a generated program's text; a failing program is made smaller piece by piece. */
sealed interface Part {
    String text();

    /** Every version that is one step smaller. */
    Stream<Part> smaller();

    /** Text that stays. */
    record Text(String text) implements Part {
        @Override
        public Stream<Part> smaller() {
            return Stream.empty();
        }
    }

    /**
     * An expression.
     *
     * @param kind its type: D double, I int, B boolean, L long
     * @param simplest what can stand for it
     */
    record Hole(char kind, List<Part> pieces, String simplest) implements Part {
        @Override
        public String text() {
            return join(pieces);
        }

        @Override
        public Stream<Part> smaller() {
            if (text().equals(simplest)) {
                return Stream.empty();
            }
            Part least = new Hole(kind, List.of(new Text(simplest)), simplest);
            Stream<Part> inner = pieces.stream().filter(p -> p instanceof Hole h && h.kind == kind);
            return Stream.concat(
                    Stream.concat(Stream.of(least), inner), Part.smaller(pieces).map(p -> new Hole(kind, p, simplest)));
        }
    }

    /** Statements in braces that the text around them provides. */
    record Block(List<Node> nodes) implements Part {
        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            nodes.forEach(node -> text.append(node.text()));
            return text.toString();
        }

        @Override
        public Stream<Part> smaller() {
            return Node.smaller(nodes).map(Block::new);
        }
    }

    static String join(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    static Stream<List<Part>> smaller(List<Part> parts) {
        return Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
                .flatMap(i -> parts.get(i).smaller().map(less -> {
                    List<Part> copy = new ArrayList<>(parts);
                    copy.set(i, less);
                    return copy;
                }));
    }
}
