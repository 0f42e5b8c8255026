/**
 * What repeats in a program: loops that a trace has unrolled. Begin at {@link crosscountry.graph.block.Repetition}.
 *
 * <p>Uses graphs alone.
 */
package crosscountry.graph.block;
