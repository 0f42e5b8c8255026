package crosscountry.graph;

/** What an operation reads: another value of the graph, or a literal. */
public sealed interface Operand {
    /** The value with this id: inputs have 1..I, vertex v has I+v. */
    record Ref(int id) implements Operand {}

    /** A constant; literals are not vertices (game.md, section 1). */
    record Literal(Tensor value) implements Operand {
        public static Literal of(double value) {
            return new Literal(Tensor.scalar(value));
        }
    }
}
