package crosscountry.trace.fuzz;

import java.util.ArrayList;
import java.util.List;

/** The variables that a statement sees, and how deep it stands. */
final class Scope {
    /** @param type D double, I int, B boolean, A double array */
    record Variable(char type, String name, boolean isFinal) {}

    final List<Variable> variables;
    final int depth;
    final int loops;

    private Scope(List<Variable> variables, int depth, int loops) {
        this.variables = variables;
        this.depth = depth;
        this.loops = loops;
    }

    static Scope of(List<Variable> variables) {
        return new Scope(new ArrayList<>(variables), 0, 0);
    }

    Scope inner(boolean loop) {
        return new Scope(new ArrayList<>(variables), depth + 1, loops + (loop ? 1 : 0));
    }

    List<String> names(char type, boolean onlyFinal) {
        return variables.stream()
                .filter(v -> v.type == type && (v.isFinal || !onlyFinal))
                .map(Variable::name)
                .toList();
    }

    List<String> mutable(char type) {
        return variables.stream()
                .filter(v -> v.type == type && !v.isFinal)
                .map(Variable::name)
                .toList();
    }
}
