/**
 * Training runs: self-play, nested rollouts, a replay buffer, AdamW and checkpoints, in a folder from which a run goes
 * on exactly. Begin at {@link crosscountry.training.Training}; {@link crosscountry.training.Preset} says how a run
 * learns.
 *
 * <p>Uses everything from graphs to networks but the Jacobian.
 */
package crosscountry.training;
