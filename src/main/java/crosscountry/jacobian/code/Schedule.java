package crosscountry.jacobian.code;

import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Nodes;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The operations of generated code, in order and divided into methods. There are only those that a result needs. The
 * order is that of a walk from the results down: an operation comes after its operands and before the first result that
 * reads it, so that few values are alive at once. Values that a later method reads have a slot in the work array; a
 * slot is reused once its value has been read for the last time.
 */
public final class Schedule {
    private final Program program;
    /** Results that are this node: places, or null. */
    private final int[][] results;
    /** Slot of a node that crosses methods, or -1. */
    private final int[] slots;

    private final List<int[]> methods = new ArrayList<>();
    private int slotCount;

    /**
     * @param limit how much a method may hold
     * @param weight what an operation counts; each result that it is stored in counts one more
     */
    Schedule(Program program, int limit, ToIntFunction<Primitive> weight) {
        this.program = program;
        results = new int[program.nodes().size()][];
        int[] roots = program.resultNodes();
        for (int place = 0; place < roots.length; place++) {
            addResult(roots[place], place);
        }
        slots = new int[results.length];
        Arrays.fill(slots, -1);
        int[] order = walk(roots);
        cut(order, limit, weight);
        allocate(order);
    }

    /** Nodes of each method in order; inputs and constants only where they are results themselves. */
    List<int[]> methods() {
        return methods;
    }

    /** Operations of a program that a result needs. */
    public static int operations(Program program) {
        return new Schedule(program, Integer.MAX_VALUE, primitive -> 1)
                .methods.stream().mapToInt(method -> method.length).sum();
    }

    int slotCount() {
        return slotCount;
    }

    int slot(int node) {
        return slots[node];
    }

    /** Places among the results that this node is stored in. */
    int[] results(int node) {
        return results[node] == null ? NONE : results[node];
    }

    private static final int[] NONE = {};

    private void addResult(int node, int place) {
        int[] before = results(node);
        results[node] = Arrays.copyOf(before, before.length + 1);
        results[node][before.length] = place;
    }

    static List<Integer> operands(Node node) {
        return node instanceof Node.Apply apply ? apply.operands() : List.of();
    }

    /** Depth first from the results on, without recursion: graphs are deep. */
    private int[] walk(int[] roots) {
        Nodes nodes = program.nodes();
        int[] order = new int[nodes.size()];
        int count = 0;
        byte[] state = new byte[nodes.size()];
        int[] stack = new int[2 * nodes.size() + 2];
        for (int root : roots) {
            int top = 0;
            stack[top++] = root;
            while (top > 0) {
                int node = stack[top - 1];
                if (state[node] == 2) {
                    top--;
                } else if (state[node] == 1) {
                    state[node] = 2;
                    top--;
                    if (nodes.isApply(node) || results[node] != null) {
                        order[count++] = node;
                    }
                } else {
                    state[node] = 1;
                    for (int k = nodes.operands(node) - 1; k >= 0; k--) {
                        if (state[nodes.operand(node, k)] == 0) {
                            if (top == stack.length) {
                                stack = Arrays.copyOf(stack, 2 * top);
                            }
                            stack[top++] = nodes.operand(node, k);
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(order, count);
    }

    private void cut(int[] order, int limit, ToIntFunction<Primitive> weight) {
        Nodes nodes = program.nodes();
        int first = 0;
        int sum = 0;
        for (int k = 0; k < order.length; k++) {
            sum += results(order[k]).length;
            sum += nodes.isApply(order[k]) ? weight.applyAsInt(nodes.primitive(order[k])) : 1;
            if (sum >= limit || k == order.length - 1) {
                methods.add(Arrays.copyOfRange(order, first, k + 1));
                first = k + 1;
                sum = 0;
            }
        }
    }

    private void allocate(int[] order) {
        Nodes nodes = program.nodes();
        int[] methodOf = new int[slots.length];
        int[] lastRead = new int[slots.length];
        boolean[] crosses = new boolean[slots.length];
        int position = 0;
        for (int method = 0; method < methods.size(); method++) {
            for (int node : methods.get(method)) {
                methodOf[node] = method;
                for (int k = 0; k < nodes.operands(node); k++) {
                    int operand = nodes.operand(node, k);
                    lastRead[operand] = position;
                    crosses[operand] |= nodes.isApply(operand) && methodOf[operand] != method;
                }
                position++;
            }
        }
        int[] free = new int[order.length];
        int frees = 0;
        for (int k = 0; k < order.length; k++) {
            for (int which = 0; which < nodes.operands(order[k]); which++) {
                int operand = nodes.operand(order[k], which);
                if (crosses[operand] && lastRead[operand] == k) {
                    free[frees++] = slots[operand];
                    crosses[operand] = false; // an operand read twice gives its slot back once
                }
            }
            if (crosses[order[k]]) {
                slots[order[k]] = frees > 0 ? free[--frees] : slotCount++;
            }
        }
    }
}
