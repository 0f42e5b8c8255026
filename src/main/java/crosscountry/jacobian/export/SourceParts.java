package crosscountry.jacobian.export;

import crosscountry.jacobian.program.NodeNames;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Entry;
import crosscountry.jacobian.program.Program.Node;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How the statements of an exported program are split into methods, and which values pass from one method to another.
 */
final class SourceParts {
    /** The most statements of one method: about 14 bytes of bytecode each, and a method has at most 65535. */
    private static final int ONE = 4000;
    /** The same where values pass through an array, which takes up to 25. */
    private static final int EACH = 2000;

    private final int each;
    private final int parts;
    private final Map<Integer, Integer> made = new HashMap<>();
    private final Map<Integer, Integer> kept = new HashMap<>();

    /** Statements are the operations that are live, then one for each condition, output and entry. */
    SourceParts(Program program, NodeNames names) {
        BitSet live = names.live();
        int statements = (int) live.stream()
                .filter(node -> program.nodes().get(node) instanceof Node.Apply)
                .count();
        int all = statements
                + names.compared().size() / 2
                + program.outputs().size()
                + program.entries().size();
        each = statements <= ONE && all - statements <= ONE ? Integer.MAX_VALUE : EACH;
        parts = (all - 1) / each + 1;
        int statement = 0;
        for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
            if (program.nodes().get(node) instanceof Node.Apply apply) {
                int part = statement++ / each;
                made.put(node, part);
                apply.operands().forEach(operand -> uses(operand, part));
            }
        }
        for (int k = 0; k < names.compared().size(); k++) {
            uses(names.compared().get(k), (statement + k / 2) / each);
        }
        statement += names.compared().size() / 2;
        for (int output : program.outputs()) {
            uses(output, statement++ / each);
        }
        for (Entry entry : program.entries()) {
            uses(entry.node(), statement++ / each);
        }
    }

    private void uses(int node, int part) {
        if (made.getOrDefault(node, part) != part) {
            kept.putIfAbsent(node, kept.size());
        }
    }

    boolean several() {
        return parts > 1;
    }

    int count() {
        return parts;
    }

    /** Whether a method other than the first begins with this statement. */
    boolean begins(int statement) {
        return statement > 0 && statement % each == 0;
    }

    /** Values that pass from one method to another. */
    int keptValues() {
        return kept.size();
    }

    /** The place of a value that passes, or -1. */
    int place(int node) {
        return kept.getOrDefault(node, -1);
    }
}
