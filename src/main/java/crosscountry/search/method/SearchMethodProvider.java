package crosscountry.search.method;

import java.util.List;

/**
 * Brings methods that users call by name; implementations stand in
 * {@code META-INF/services/crosscountry.search.method.SearchMethodProvider} and have a public constructor without
 * arguments.
 */
public interface SearchMethodProvider {
    List<SearchMethod> methods();
}
