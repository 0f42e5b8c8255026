package crosscountry.trace.fuzz;

import java.util.Iterator;
import java.util.List;

/** Makes a failing program small: takes any smaller version that fails in the same way, until there is none. */
final class Shrinker {
    private static final int MOST = 1500;

    private final Workshop workshop;
    private int tried;

    Shrinker(Workshop workshop) {
        this.workshop = workshop;
    }

    Program shrink(Program program, String kind) {
        Program best = program;
        for (boolean found = true; found && tried < MOST; ) {
            found = false;
            for (Iterator<Program> all = best.smaller().iterator(); all.hasNext() && tried++ < MOST; ) {
                Program less = all.next();
                if (verdict(less) instanceof Verdict.Wrong wrong && wrong.kind().equals(kind)) {
                    best = less;
                    found = true;
                    break;
                }
            }
        }
        return best;
    }

    Verdict verdict(Program program) {
        return new Judge(workshop.compile(List.of(program))).judge(program);
    }
}
