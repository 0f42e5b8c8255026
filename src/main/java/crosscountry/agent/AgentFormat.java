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
 * A format of model files; implementations are listed in {@code META-INF/services/crosscountry.agent.AgentFormat} and
 * have a public constructor without arguments. Reading a model runs no code that is in it.
 */
public interface AgentFormat {
    /** True where the file's first 64 bytes, or all of a shorter file, identify this format. */
    boolean recognizes(byte[] begin);

    /** The agent in this file; a damaged file is an error of one sentence. */
    Evaluator read(Path file);

    /** What files of this format are called in messages. */
    String description();

    /** The format of this file; a file of no known format is an error that names all. */
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
