/**
 * Commands about training: runs that work as jobs while the session goes on.
 *
 * <p>{@link crosscountry.kernel.command.learn.TrainCommand} begins a job and follows it,
 * {@link crosscountry.kernel.command.learn.JobsCommand} lists, pauses, resumes and stops jobs. The training itself is
 * {@link crosscountry.training}; this package adds a thread and a picture, and the session's context is all that it
 * knows of the notebook.
 */
package crosscountry.kernel.command.learn;
