/**
 * Straight-line programs: what an elimination order becomes when every product and sum is written out.
 *
 * <p>Begin with {@link crosscountry.jacobian.program.Program}. {@code Accumulation} eliminates the vertices on sparse
 * elemental partials; {@code NodeTable} shares equal nodes and folds constants. Other programs of the same graph
 * compute products with the Jacobian ({@link crosscountry.jacobian.program.LinearProgram}), some rows and columns
 * ({@link crosscountry.jacobian.program.SelectedProgram}), or what the conditions compare
 * ({@link crosscountry.jacobian.program.Decisions}).
 *
 * <p>Uses {@code graph} and {@code elimination}.
 */
package crosscountry.jacobian.program;
