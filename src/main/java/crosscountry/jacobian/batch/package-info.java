/**
 * Runs a program at many points, on all cores.
 *
 * <p>Begin with {@link crosscountry.jacobian.batch.BatchExecutor}, which measures the ways to compute a batch against
 * each other and takes the fastest. {@link crosscountry.jacobian.batch.Grid} says how points lie in an array,
 * {@link crosscountry.jacobian.batch.Blocks} shares work between threads.
 *
 * <p>Uses {@code jacobian.program} and {@code jacobian.code}; only {@code jacobian} uses it.
 */
package crosscountry.jacobian.batch;
