package crosscountry.search.method;

import crosscountry.graph.GraphException;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** A method of finding cheap orders: it offers them to the search and returns soon after the search is done. */
public interface SearchMethod {
    /** The name in commands and tables. */
    String name();

    /** Runs until {@link RunningSearch#done} or until this method has nothing more to try. */
    void run(RunningSearch search);

    /** True for the current and former names of this method. */
    default boolean isNamed(String name) {
        return name().equals(name);
    }

    /** Whether it runs until the optimum is proved rather than until the budget is spent. */
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
