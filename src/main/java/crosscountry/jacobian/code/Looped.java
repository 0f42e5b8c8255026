package crosscountry.jacobian.code;

import crosscountry.jacobian.code.loop.Loop;
import crosscountry.jacobian.code.loop.LoopFinder;
import crosscountry.jacobian.code.loop.Operations;
import crosscountry.jacobian.program.Program;
import java.util.List;
import java.util.Optional;

/** Large programs as generated loops: the code is as long as the distinct bodies are, whatever the rounds. */
record Looped(Operations operations, LoopTable loops) {
    /** Nodes of a program that is worth looking for loops. */
    private static final int LARGE = 4000;

    /**
     * So many operations outside of loops are better as straight-line code, unless they are few beside the loops:
     * HotSpot compiles 50,000 (Encoder by Markowitz' order runs twice as fast) and not 150,000 (a third as fast).
     */
    private static final int STRAIGHT = 100_000;

    private static final int FEW = 10;

    /** What generated float64 classes implement. */
    interface Float64 {
        void run(double[] memory, int[] table);
    }

    /** What generated float32 classes implement. */
    interface Float32 {
        void run(float[] memory, int[] table);
    }

    /** The loops of a large program, unless it is better off as straight-line code. */
    static Optional<Looped> ofLarge(Program program) {
        if (program.nodes().size() < LARGE) {
            return Optional.empty();
        }
        Operations operations = Operations.of(program);
        List<Loop> loops = LoopFinder.loops(operations);
        long outside = loops.stream().filter(loop -> loop.rounds() == 1).count();
        return outside <= STRAIGHT && outside * FEW > operations.size()
                ? Optional.empty()
                : Optional.of(new Looped(operations, new LoopTable(operations, loops)));
    }

    static Looped of(Program program) {
        Operations operations = Operations.of(program);
        return new Looped(operations, new LoopTable(operations, LoopFinder.loops(operations)));
    }

    /** Operations that become code. */
    int codeSize() {
        return loops.bodies().stream()
                .flatMap(body -> body.pieces().stream())
                .mapToInt(piece -> piece.steps().size())
                .sum();
    }

    private Object code(Precision precision) {
        return GeneratedClass.instance(LoopClass.bytes(loops, operations.samples(), precision));
    }

    Compiled.Float64 float64() {
        Float64 code = (Float64) code(Precision.FLOAT64);
        int[] table = loops.table();
        return (x, from, memory, result, to) -> {
            System.arraycopy(operations.constants(), 0, memory, 0, operations.constants().length);
            System.arraycopy(x, from, memory, operations.constants().length, operations.inputs());
            code.run(memory, table);
            int[] results = operations.results();
            for (int k = 0; k < results.length; k++) {
                result[to + k] = memory[results[k]];
            }
        };
    }

    Compiled.Float32 float32() {
        Float32 code = (Float32) code(Precision.FLOAT32);
        int[] table = loops.table();
        return (x, from, memory, result, to) -> {
            for (int k = 0; k < operations.constants().length; k++) {
                memory[k] = (float) operations.constants()[k];
            }
            System.arraycopy(x, from, memory, operations.constants().length, operations.inputs());
            code.run(memory, table);
            int[] results = operations.results();
            for (int k = 0; k < results.length; k++) {
                result[to + k] = memory[results[k]];
            }
        };
    }
}
