/**
 * Makes programs run.
 *
 * <p>Begin with {@link crosscountry.jacobian.code.BackEnd}: it gives an {@link crosscountry.jacobian.code.Executor} for
 * single points, by an interpreter or by a generated class: straight-line code ({@code ProgramClass}), or the loops
 * that a large program was unrolled from ({@code Looped}). A {@link crosscountry.jacobian.code.VectorProgram} computes
 * several points at once in vector registers, by a class of its own ({@code VectorClass}) or by a {@code Tape} over
 * loops that all programs share.
 *
 * <p>Uses {@code jacobian.program}; only {@code jacobian} and {@code jacobian.batch} use it.
 */
package crosscountry.jacobian.code;
