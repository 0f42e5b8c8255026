package crosscountry.agent;

import java.nio.file.Path;

/**
 * A kind of model file that agents are read from; implementations are named in
 * {@code META-INF/services/crosscountry.agent.AgentFormat} and have a public constructor without arguments. Reading a
 * model runs no code that is in it.
 */
public interface AgentFormat {
    /** True where the file's first bytes say that it is of this kind; they are fewer than 64 in a shorter file. */
    boolean recognizes(byte[] begin);

    /** The agent in this file; a file that is broken is an error with one sentence. */
    Evaluator read(Path file);

    /** What files of this kind are, for messages. */
    String description();
}
