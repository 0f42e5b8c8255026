package crosscountry.kernel.shell;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/** Commands and renderers that a jar or folder names under META-INF/services, when it is added to the session. */
final class Extensions {
    private Extensions() {}

    /** Whether a jar or folder itself names providers of a service. */
    static boolean brings(Path place, Class<?> service) {
        try (URLClassLoader alone = new URLClassLoader(new URL[] {place.toUri().toURL()}, null)) {
            return alone.findResource("META-INF/services/" + service.getName()) != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * A new instance of each provider that is not there yet.
     *
     * @throws IllegalArgumentException when one is named but cannot be made
     */
    static <T> List<T> fresh(Class<T> service, ClassLoader loader, Collection<? extends T> there) {
        Set<Class<?>> known = there.stream().map(Object::getClass).collect(Collectors.toSet());
        List<T> fresh = new ArrayList<>();
        try {
            ServiceLoader.load(service, loader).stream()
                    .filter(provider -> !known.contains(provider.type()))
                    .map(ServiceLoader.Provider::get)
                    .forEach(fresh::add);
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException(
                    "what was added names a " + service.getSimpleName() + " that cannot be used: "
                            + (e.getCause() == null ? e.getMessage() : e.getMessage() + " (" + e.getCause() + ")"),
                    e);
        }
        return fresh;
    }
}
