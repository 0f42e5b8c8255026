package crosscountry.trace;

import crosscountry.graph.GraphException;
import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a compiled class come from. */
@FunctionalInterface
public interface ClassSource {
    /** The bytes of this class, or null if this source does not have them. */
    byte[] bytes(Class<?> type);

    /** Bytes as the class's own loader finds them. */
    ClassSource RESOURCES = type -> {
        String path = type.getName().replace('.', '/') + ".class";
        ClassLoader loader = type.getClassLoader();
        try (InputStream in =
                loader == null ? ClassLoader.getSystemResourceAsStream(path) : loader.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new GraphException("the bytes of " + type.getName() + " cannot be read: " + e.getMessage());
        }
    };
}
