package crosscountry.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The incumbent of each graph, as indices; empty before the first. */
final class Incumbents {
    private final int[][] orders;
    private final long[] totals;

    Incumbents(int graphs) {
        orders = new int[graphs][0];
        totals = new long[graphs];
        Arrays.fill(totals, Long.MAX_VALUE);
    }

    int[] order(int graph) {
        return orders[graph];
    }

    long total(int graph) {
        return totals[graph];
    }

    void take(int graph, int[] order, long total) {
        if (total < totals[graph]) {
            totals[graph] = total;
            orders[graph] = order.clone();
        }
    }

    void takeAll(Incumbents others) {
        for (int graph = 0; graph < totals.length; graph++) {
            take(graph, others.orders[graph], others.totals[graph]);
        }
    }

    void write(DataOutput out) throws IOException {
        for (int graph = 0; graph < totals.length; graph++) {
            Bytes.write(out, orders[graph]);
            out.writeLong(totals[graph]);
        }
    }

    void read(DataInput in) throws IOException {
        for (int graph = 0; graph < totals.length; graph++) {
            orders[graph] = Bytes.ints(in);
            totals[graph] = in.readLong();
        }
    }
}
