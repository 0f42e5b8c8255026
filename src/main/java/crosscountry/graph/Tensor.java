package crosscountry.graph;

import java.util.Arrays;

/** Numbers in row-major order with their shape; {@code data.length == shape.size()}. */
public record Tensor(Shape shape, double[] data) {
    public Tensor {
        if (data.length != shape.size()) {
            throw new GraphException(
                    "a value of shape " + shape + " needs " + shape.size() + " numbers, got " + data.length);
        }
    }

    public static Tensor scalar(double value) {
        return new Tensor(Shape.SCALAR, new double[] {value});
    }

    public static Tensor vector(double... values) {
        return new Tensor(Shape.of(values.length), values.clone());
    }

    public boolean isScalar() {
        return shape.rank() == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor t && shape.equals(t.shape) && Arrays.equals(data, t.data);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return isScalar() ? String.valueOf(data[0]) : shape + Arrays.toString(data);
    }
}
