/**
 * The functions of the paper's tables, and larger ones. Begin at {@link crosscountry.task.Tasks}.
 *
 * <p>Uses tracing alone.
 */
package crosscountry.task;
