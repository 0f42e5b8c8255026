package crosscountry.search;

import crosscountry.graph.GraphException;
import crosscountry.search.agent.Agents;
import crosscountry.search.agent.GumbelMethod;
import crosscountry.search.agent.GumbelSettings;
import crosscountry.search.agent.Lookahead;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All methods by name. */
public final class Methods {
    private Methods() {}

    public static List<SearchMethod> all() {
        List<SearchMethod> all = new ArrayList<>(List.of(
                new Portfolio(),
                new Annealing(),
                new Windows(),
                new Beam(),
                new TreeSearch(),
                new Exact(),
                new BranchAndBound(),
                new ConstraintProgram(),
                new RandomOrders(),
                new ProgramOrders("forward", false),
                new ProgramOrders("reverse", true)));
        for (Score score : Score.values()) {
            all.add(new Greedy(score));
        }
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
