package crosscountry.jacobian.program;

import crosscountry.jacobian.program.Program.EntryProduct;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** The products of an accumulation in order, eight bytes each. */
public final class EntryProducts extends AbstractList<EntryProduct> implements RandomAccess {
    private int[] vertices = {};
    private int[] nodes = {};
    private int size;

    EntryProducts() {}

    void add(int vertex, int node) {
        if (size == nodes.length) {
            vertices = Arrays.copyOf(vertices, Math.max(16, 2 * size));
            nodes = Arrays.copyOf(nodes, vertices.length);
        }
        vertices[size] = vertex;
        nodes[size++] = node;
    }

    @Override
    public EntryProduct get(int k) {
        if (k < 0 || k >= size) {
            throw new IndexOutOfBoundsException("there is no product " + k + "; products are 0.." + (size - 1));
        }
        return new EntryProduct(vertices[k], nodes[k]);
    }

    @Override
    public int size() {
        return size;
    }
}
