package crosscountry.agent;

import crosscountry.graph.GraphException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Agents: the one that is part of the product, and those in model files. */
public final class Agents {
    private static final int BEGIN = 64;

    private Agents() {}

    /** The agent that is part of the product: no network, no native code. */
    public static LinearAgent shipped() {
        return new LinearAgent(AgentModel.shipped());
    }

    /** The agent in a model file of any kind that an {@link AgentFormat} knows. */
    public static Evaluator read(Path file) {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(BEGIN);
        } catch (IOException e) {
            throw new GraphException("the model file " + file + " cannot be read");
        }
        return ServiceLoader.load(AgentFormat.class, Agents.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(format -> format.recognizes(begin))
                .findFirst()
                .map(format -> format.read(file))
                .orElseThrow(() -> new GraphException(file + " is no model; models are "
                        + ServiceLoader.load(AgentFormat.class, Agents.class.getClassLoader()).stream()
                                .map(provider -> provider.get().description())
                                .collect(Collectors.joining(", "))));
    }
}
