package crosscountry.elimination.edge;

/**
 * What is known of the numbers on an edge before any input is: generated code multiplies by nothing that is plus or
 * minus one, folds constants, and stores only what it computes. Sums of constants are constants: nothing cancels, so
 * that an edge of a scalar graph depends on which vertices are gone alone.
 */
public enum Content {
    /** Depends on the inputs, and has been computed. */
    VARIABLE,
    /** An elemental partial that depends on the inputs and has not been needed yet. */
    ELEMENTAL,
    /** Known numbers. */
    CONSTANT,
    /** Plus or minus one, or a choice of entries: no factor at all. */
    UNIT;

    public boolean isConstant() {
        return this == CONSTANT || this == UNIT;
    }

    /** Of a product; {@code plain}: each of its entries is one product of entries. */
    Content times(Content other, boolean plain) {
        if (!isConstant() || !other.isConstant()) {
            return VARIABLE;
        }
        return plain && this == UNIT && other == UNIT ? UNIT : CONSTANT;
    }

    /** Of a sum. */
    Content plus(Content other) {
        return isConstant() && other.isConstant() ? CONSTANT : VARIABLE;
    }
}
