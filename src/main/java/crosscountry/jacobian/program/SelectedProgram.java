package crosscountry.jacobian.program;

import crosscountry.graph.Primitive;
import crosscountry.jacobian.program.Program.Entry;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program for some rows and columns: fewer results, and nothing that only the others needed. */
public final class SelectedProgram {
    private SelectedProgram() {}

    /** @param present what the program computes; the chosen are among them */
    public static Program of(Program program, Selection present, Selection chosen) {
        Map<Integer, Integer> rows = places(present.rows(), chosen.rows());
        Map<Integer, Integer> columns = places(present.columns(), chosen.columns());
        Integer[] outputs = new Integer[chosen.rows().size()];
        rows.forEach((from, to) -> outputs[to] = program.outputs().get(from));
        List<Entry> entries = program.entries().stream()
                .filter(entry -> rows.containsKey(entry.row()) && columns.containsKey(entry.column()))
                .map(entry -> new Entry(rows.get(entry.row()), columns.get(entry.column()), entry.node()))
                .sorted(Comparator.comparingInt(Entry::row).thenComparingInt(Entry::column))
                .toList();
        return counted(program, List.of(outputs), entries);
    }

    /** From a place among the present ones to the place among the chosen. */
    private static Map<Integer, Integer> places(List<Integer> present, List<Integer> chosen) {
        Map<Integer, Integer> own =
                IntStream.range(0, present.size()).boxed().collect(Collectors.toMap(present::get, k -> k));
        return IntStream.range(0, chosen.size()).boxed().collect(Collectors.toMap(k -> own.get(chosen.get(k)), k -> k));
    }

    private static Program counted(Program program, List<Integer> outputs, List<Entry> entries) {
        BitSet live = live(program, outputs, entries);
        EntryProducts products = new EntryProducts();
        BitSet accumulated = new BitSet();
        for (Program.EntryProduct product : program.products()) {
            if (live.get(product.node())) {
                products.add(product.vertex(), product.node());
                accumulated.set(product.node());
            }
        }
        long multiplications = accumulated.stream()
                .filter(node -> program.nodes().is(node, Primitive.MUL))
                .count();
        long additions = 0;
        for (int node = live.nextSetBit(0); node >= 0; node = live.nextSetBit(node + 1)) {
            if (program.nodes().is(node, Primitive.ADD)
                    && (accumulated.get(program.nodes().operand(node, 0))
                            || accumulated.get(program.nodes().operand(node, 1)))) {
                accumulated.set(node);
                additions++;
            }
        }
        // a product that equals a part of some partial was not counted in the full program
        return new Program(
                program.inputs(),
                program.nodes(),
                outputs,
                entries,
                products,
                Math.min(multiplications, program.multiplications()),
                Math.min(additions, program.additions()));
    }

    /** The nodes that the results need, the results included. */
    public static BitSet live(Program program, List<Integer> outputs, List<Entry> entries) {
        BitSet live = new BitSet();
        outputs.forEach(live::set);
        entries.forEach(entry -> live.set(entry.node()));
        for (int node = live.length() - 1; node >= 0; node = live.previousSetBit(node - 1)) {
            for (int k = 0; k < program.nodes().operands(node); k++) {
                live.set(program.nodes().operand(node, k));
            }
        }
        return live;
    }
}
