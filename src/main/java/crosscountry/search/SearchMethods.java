package crosscountry.search;

import java.util.ArrayList;
import java.util.List;

/** The methods that need no agent. */
public final class SearchMethods {
    private SearchMethods() {}

    public static List<SearchMethod> all() {
        List<SearchMethod> all = new ArrayList<>(List.of(
                new Portfolio(),
                new Annealing(),
                new LargeNeighbourhoodSearch(),
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
        return all;
    }
}
