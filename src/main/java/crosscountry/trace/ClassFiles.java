package crosscountry.trace;

import crosscountry.graph.GraphException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;

/** Class files, read once for all runs of one function. */
final class ClassFiles {
    private final ClassSource source;
    private final Map<Class<?>, ClassReader> read = new ConcurrentHashMap<>();

    ClassFiles(ClassSource source) {
        this.source = source;
    }

    ClassReader of(Class<?> type) {
        return read.computeIfAbsent(type, key -> {
            byte[] bytes = source.bytes(type);
            if (bytes == null && source != ClassSource.RESOURCES) {
                bytes = ClassSource.RESOURCES.bytes(type);
            }
            if (bytes == null) {
                throw new GraphException(
                        "the bytecode of " + type.getName() + " is not available, so its methods cannot be traced");
            }
            return new ClassReader(bytes);
        });
    }
}
