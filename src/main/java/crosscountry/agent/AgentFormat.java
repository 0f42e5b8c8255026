package crosscountry.agent;

import crosscountry.graph.GraphException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

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

    /** The kind of this file; a file of no kind is an error that names all kinds. */
    static AgentFormat of(Path file) {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(64);
        } catch (IOException e) {
            throw new GraphException("the model file " + file + " cannot be read");
        }
        List<AgentFormat> formats = ServiceLoader.load(AgentFormat.class, AgentFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return formats.stream()
                .filter(format -> format.recognizes(begin))
                .findFirst()
                .orElseThrow(() -> new GraphException(file + " is no model; models are "
                        + formats.stream().map(AgentFormat::description).collect(Collectors.joining(", "))));
    }
}
