/**
 * Makes graphs of Java functions.
 *
 * <p>Begin with {@link crosscountry.trace.Trace}. It interprets the bytecode of a compiled method, with integers,
 * objects and control flow concrete and doubles symbolic: {@code Machine} and {@code Frame} execute instructions,
 * {@code Doubles} and {@code Tape} record vertices, {@code Library} says which classes are interpreted and which run
 * for real, and {@code Check} compares each new graph with the method itself. Functions of tensors are written with
 * {@link crosscountry.trace.Var} and traced by running them.
 *
 * <p>Uses {@code graph} alone.
 */
package crosscountry.trace;
