package crosscountry.search.method;

import crosscountry.graph.GraphException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** One way to look for cheap orders: it offers what it finds to the search and ends soon after the search is done. */
public interface SearchMethod {
    /** The name in commands and tables. */
    String name();

    /** Looks until {@link RunningSearch#done} or until this method has nothing more to try. */
    void run(RunningSearch search);

    /** Whether a user who writes this name means this method: its own, or one that it had earlier. */
    default boolean isNamed(String name) {
        return name().equals(name);
    }

    /** Whether it ends with the optimum, however long that takes, rather than with the budget. */
    default boolean isExact() {
        return false;
    }

    /** All methods of all {@linkplain SearchMethodProvider providers}. */
    static List<SearchMethod> all() {
        return ServiceLoader.load(SearchMethodProvider.class, SearchMethod.class.getClassLoader()).stream()
                .flatMap(provider -> provider.get().methods().stream())
                .toList();
    }

    /** The method of this name; an unknown name is an error that lists all. */
    static SearchMethod named(String name) {
        List<SearchMethod> all = all();
        return all.stream()
                .filter(method -> method.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new GraphException("there is no method \"" + name + "\"; methods are "
                        + all.stream().map(SearchMethod::name).collect(Collectors.joining(", "))));
    }
}
