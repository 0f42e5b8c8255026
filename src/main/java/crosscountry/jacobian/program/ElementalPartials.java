package crosscountry.jacobian.program;

import crosscountry.graph.Contraction;
import crosscountry.graph.Expr;
import crosscountry.graph.Indexing;
import crosscountry.graph.Params;
import crosscountry.graph.Primitive;
import crosscountry.graph.Vertex;
import java.util.Arrays;

/** The elemental partial of an operation with respect to one operand, entry by entry; zeros are not stored. */
final class ElementalPartials {
    private final NodeTable table;
    private final Unrolling values;

    ElementalPartials(NodeTable table, Unrolling values) {
        this.table = table;
        this.values = values;
    }

    SparseNodes of(Vertex vertex, int k) {
        SparseNodes partial = new SparseNodes(vertex.shape().size());
        Primitive primitive = vertex.primitive();
        if (primitive.isElementwise()) {
            elementwise(vertex, k, partial);
            return partial;
        }
        int one = table.constant(1);
        switch (primitive) {
            case STOP_GRADIENT, IOTA -> {}
            case REDUCE_SUM -> {
                int[] places = reduced(vertex);
                for (int entry = 0; entry < places.length; entry++) {
                    partial.add(table, places[entry], entry, one);
                }
            }
            case REDUCE_MAX, REDUCE_MIN -> extremum(vertex, partial);
            case DOT_GENERAL -> dot(vertex, k, partial);
            case CONCATENATE -> {
                int[] places = values.concatenation(vertex, k);
                for (int entry = 0; entry < places.length; entry++) {
                    partial.add(table, places[entry], entry, one);
                }
            }
            default -> {
                if (k == 0) { // the indices of a dynamic_slice have no derivative
                    int[] places = values.moves(vertex);
                    for (int entry = 0; entry < places.length; entry++) {
                        partial.add(table, entry, places[entry], one);
                    }
                }
            }
        }
        return partial;
    }

    private void elementwise(Vertex vertex, int k, SparseNodes partial) {
        Expr formula = vertex.primitive().partial(vertex.params(), k);
        int[][] places = values.operandPlaces(vertex);
        int[] results = values.value(vertex.id());
        int[][] operands = vertex.operands().stream().map(values::value).toArray(int[][]::new);
        int[] x = new int[places.length];
        for (int entry = 0; entry < results.length; entry++) {
            for (int operand = 0; operand < x.length; operand++) {
                x[operand] = operands[operand][places[operand][entry]];
            }
            partial.add(table, entry, places[k][entry], table.expr(formula, x, results[entry]));
        }
    }

    private int[] reduced(Vertex vertex) {
        return Indexing.reduce(
                values.shape(vertex.operands().get(0)), ((Params.Axes) vertex.params()).axes(), vertex.shape());
    }

    /** Equal extrema share the derivative evenly. */
    private void extremum(Vertex vertex, SparseNodes partial) {
        int[] places = reduced(vertex);
        int[] from = values.value(vertex.operands().get(0));
        int[] results = values.value(vertex.id());
        int[] hits = new int[places.length];
        int[] counts = new int[results.length];
        Arrays.fill(counts, -1);
        for (int entry = 0; entry < places.length; entry++) {
            int place = places[entry];
            hits[entry] = table.apply(Primitive.EQ, Params.NONE, from[entry], results[place]);
            counts[place] = counts[place] < 0 ? hits[entry] : table.plus(counts[place], hits[entry]);
        }
        for (int entry = 0; entry < places.length; entry++) {
            partial.add(
                    table,
                    places[entry],
                    entry,
                    table.apply(Primitive.DIV, Params.NONE, hits[entry], counts[places[entry]]));
        }
    }

    private void dot(Vertex vertex, int k, SparseNodes partial) {
        Contraction contraction = values.contraction(vertex);
        int[] other = values.value(vertex.operands().get(1 - k));
        for (int entry = 0; entry < vertex.shape().size(); entry++) {
            for (int term = 0; term < contraction.length(); term++) {
                int left = contraction.left(entry, term);
                int right = contraction.right(entry, term);
                partial.add(table, entry, k == 0 ? left : right, other[k == 0 ? right : left]);
            }
        }
    }
}
