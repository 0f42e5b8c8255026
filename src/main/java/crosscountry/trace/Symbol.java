package crosscountry.trace;

import crosscountry.graph.Operand;

/** A symbolic double: a value of the graph. {@code value} is its number at the traced point. */
record Symbol(int id, double value) {
    Operand operand() {
        return new Operand.Ref(id);
    }
}
