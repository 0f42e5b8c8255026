package crosscountry.search.method;

import java.util.List;

/**
 * Provides methods that users call by name; implementations are listed in
 * {@code META-INF/services/crosscountry.search.method.SearchMethodProvider} and have a public constructor without
 * arguments.
 */
public interface SearchMethodProvider {
    List<SearchMethod> methods();
}
