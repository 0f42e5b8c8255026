package crosscountry.jacobian.code;

import crosscountry.graph.Primitive;

/**
 * One operation of a {@link Tape} on whole rows of points.
 *
 * @param kernel an elementwise primitive's ordinal, or one of the constants here
 * @param target the value that it makes; for {@link #STORE} the place among the results
 * @param operands values; two for each term of a sum of products
 */
record Instruction(int kernel, int target, int... operands) {
    /** x0 x1 + x2 x3 + ..., added from left to right. */
    static final int SUM_OF_PRODUCTS = Primitive.values().length;

    /** x0 x1 - x2 x3 - ... */
    static final int DIFFERENCE_OF_PRODUCTS = SUM_OF_PRODUCTS + 1;

    /** Copies a value to the results. */
    static final int STORE = SUM_OF_PRODUCTS + 2;

    static final int KERNELS = SUM_OF_PRODUCTS + 3;

    /** Numbers in the tape's code. */
    int length() {
        return kernel < SUM_OF_PRODUCTS ? 3 : kernel == STORE ? 2 : 2 + operands.length;
    }
}
