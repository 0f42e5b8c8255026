/**
 * Plans and results for other programs: {@link crosscountry.jacobian.export.JavaSource Java},
 * {@link crosscountry.jacobian.export.Latex LaTeX}, and {@link crosscountry.jacobian.export.Nd4jArrays arrays of ND4J},
 * which is the only class of the engine that needs ND4J.
 *
 * <p>Uses {@code jacobian} and {@code jacobian.program}; nothing in the engine uses it.
 */
package crosscountry.jacobian.export;
