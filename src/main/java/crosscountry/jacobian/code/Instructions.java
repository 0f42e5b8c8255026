package crosscountry.jacobian.code;

import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program;
import crosscountry.jacobian.program.Program.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A program as instructions on rows. Chains of sums of products, which a matrix product was written out to, become one
 * instruction again, whatever else is in between; integer powers are products. Every rounding stays where it was.
 */
final class Instructions {
    private final Program program;
    private final Schedule schedule;
    private final int[] uses;
    private final List<Instruction> list = new ArrayList<>();
    private final int one;
    private int values;

    private Instructions(Program program) {
        this.program = program;
        schedule = new Schedule(program, Integer.MAX_VALUE, primitive -> 1);
        uses = new int[program.nodes().size()];
        one = program.nodes().size();
        values = one + 1;
    }

    /**
     * @param list in an order in which every value is made before it is read
     * @param one the value that is one at every point
     * @param values how many values there are: nodes of the program, {@code one}, and some further ones
     */
    record Listing(List<Instruction> list, int one, int values) {}

    static Listing of(Program program) {
        Instructions instructions = new Instructions(program);
        for (int[] nodes : instructions.schedule.methods()) {
            instructions.count(nodes);
            for (int node : nodes) {
                if (program.nodes().get(node) instanceof Node.Apply apply && !instructions.isPart(node)) {
                    instructions.add(node, apply);
                }
                for (int place : instructions.schedule.results(node)) {
                    instructions.list.add(new Instruction(Instruction.STORE, place, node));
                }
            }
        }
        return new Listing(instructions.list, instructions.one, instructions.values);
    }

    /** A node that only the next link of its chain reads has the mark -1 instead of a count. */
    private void count(int[] nodes) {
        for (int node : nodes) {
            uses[node] += schedule.results(node).length;
            for (int operand : Schedule.operands(program.nodes().get(node))) {
                uses[operand]++;
            }
        }
        for (int node : nodes) {
            if (isSum(node)) {
                int chain = chain(node);
                for (int operand : Schedule.operands(program.nodes().get(node))) {
                    if (uses[operand] == 1 && (is(operand, Primitive.MUL) || operand == chain && isSum(operand))) {
                        uses[operand] = -1;
                    }
                }
            }
        }
    }

    private boolean isPart(int node) {
        return uses[node] == -1;
    }

    private boolean is(int node, Primitive primitive) {
        return program.nodes().get(node) instanceof Node.Apply apply && apply.primitive() == primitive;
    }

    private boolean isSum(int node) {
        return is(node, Primitive.ADD) || is(node, Primitive.SUB);
    }

    /**
     * The operand of a sum that continues its chain: the left one, or the right one of an addition if only that is a
     * sum.
     */
    private int chain(int node) {
        List<Integer> operands = Schedule.operands(program.nodes().get(node));
        boolean right = is(node, Primitive.ADD)
                && isSum(operands.get(1))
                && mayBePart(operands.get(1))
                && !(isSum(operands.get(0)) && mayBePart(operands.get(0)));
        return operands.get(right ? 1 : 0);
    }

    private boolean mayBePart(int node) {
        return uses[node] == 1 || uses[node] == -1;
    }

    private void add(int node, Node.Apply apply) {
        int[] operands = apply.operands().stream().mapToInt(k -> k).toArray();
        if (apply.primitive() == Primitive.INTEGER_POW) {
            power(node, operands[0], ((Params.IntegerPow) apply.params()).y());
        } else if (isSum(node) && (isPart(operands[0]) || isPart(operands[1]))) {
            sum(node);
        } else {
            make(apply.primitive(), node, operands);
        }
    }

    private void make(Primitive primitive, int target, int... operands) {
        list.add(new Instruction(primitive.ordinal(), target, operands));
    }

    private void sum(int node) {
        List<Integer> terms = new ArrayList<>();
        List<Boolean> minus = new ArrayList<>();
        int link = node;
        while (link == node || isSum(link) && isPart(link)) {
            int next = chain(link);
            List<Integer> operands = Schedule.operands(program.nodes().get(link));
            terms.add(operands.get(0) == next ? operands.get(1) : operands.get(0));
            minus.add(is(link, Primitive.SUB));
            link = next;
        }
        Collections.reverse(terms);
        Collections.reverse(minus);
        List<Integer> factors = factors(link);
        for (int from = 0; from < terms.size(); ) {
            int end = from;
            while (end < terms.size() && minus.get(end).equals(minus.get(from))) {
                factors.addAll(factors(terms.get(end++)));
            }
            int target = end == terms.size() ? node : values++;
            list.add(new Instruction(
                    minus.get(from) ? Instruction.DIFFERENCE_OF_PRODUCTS : Instruction.SUM_OF_PRODUCTS,
                    target,
                    factors.stream().mapToInt(k -> k).toArray()));
            factors = new ArrayList<>(List.of(target, one));
            from = end;
        }
    }

    private List<Integer> factors(int term) {
        return new ArrayList<>(
                is(term, Primitive.MUL) && isPart(term)
                        ? Schedule.operands(program.nodes().get(term))
                        : List.of(term, one));
    }

    /**
     * Small powers (programs have {@code pow} for others); the reciprocal is taken first, so that nothing overflows
     * early.
     */
    private void power(int target, int x, int y) {
        int base = x;
        if (y < 0) {
            base = values++;
            make(Primitive.DIV, base, one, x);
        }
        int product = one;
        for (long k = Math.abs((long) y); k > 1; k >>= 1) {
            if ((k & 1) == 1) {
                int next = values++;
                make(Primitive.MUL, next, product, base);
                product = next;
            }
            int square = values++;
            make(Primitive.MUL, square, base, base);
            base = square;
        }
        make(Primitive.MUL, target, product, y == 0 ? one : base);
    }
}
