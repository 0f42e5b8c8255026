package crosscountry.agent;

import crosscountry.graph.GraphException;
import crosscountry.search.SearchMethod;
import crosscountry.search.SearchMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All methods by name, those of the agent too. */
public final class Methods {
    private Methods() {}

    public static List<SearchMethod> all() {
        List<SearchMethod> all = new ArrayList<>(SearchMethods.all());
        all.add(new Lookahead(Agents.shipped(), 8));
        all.add(new GumbelMethod(
                "gumbel", Agents.shipped(), GumbelSettings.selfPlay(16).playedOut()));
        return all;
    }

    /** The method of this name; an unknown name is an error that lists all. */
    public static SearchMethod named(String name) {
        return all().stream()
                .filter(method -> method.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new GraphException("there is no method \"" + name + "\"; methods are "
                        + all().stream().map(SearchMethod::name).collect(Collectors.joining(", "))));
    }
}
