package crosscountry.search.method;

import java.util.ArrayList;
import java.util.List;

/** The methods that need no agent. */
public final class StandardMethods implements SearchMethodProvider {
    @Override
    public List<SearchMethod> methods() {
        List<SearchMethod> methods = new ArrayList<>(List.of(
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
            methods.add(new Greedy(score));
        }
        return methods;
    }
}
