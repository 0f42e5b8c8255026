package crosscountry.training;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays in a checkpoint: their length, then every number, exactly. */
final class Bytes {
    private Bytes() {}

    static void write(DataOutput out, double[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
        buffer.asDoubleBuffer().put(values);
        out.writeInt(values.length);
        out.write(buffer.array());
    }

    static void write(DataOutput out, float[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        buffer.asFloatBuffer().put(values);
        out.writeInt(values.length);
        out.write(buffer.array());
    }

    static void write(DataOutput out, int[] values) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        buffer.asIntBuffer().put(values);
        out.writeInt(values.length);
        out.write(buffer.array());
    }

    static void read(DataInput in, double[] values) throws IOException {
        buffer(in, values.length, 8).asDoubleBuffer().get(values);
    }

    static void read(DataInput in, float[] values) throws IOException {
        buffer(in, values.length, 4).asFloatBuffer().get(values);
    }

    static int[] ints(DataInput in) throws IOException {
        int[] values = new int[length(in, 4)];
        body(in, values.length, 4).asIntBuffer().get(values);
        return values;
    }

    static float[] floats(DataInput in) throws IOException {
        float[] values = new float[length(in, 4)];
        body(in, values.length, 4).asFloatBuffer().get(values);
        return values;
    }

    private static ByteBuffer buffer(DataInput in, int expected, int bytes) throws IOException {
        int length = in.readInt();
        if (length != expected) {
            throw new IOException("an array has " + length + " numbers, not " + expected);
        }
        return body(in, length, bytes);
    }

    private static int length(DataInput in, int bytes) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > Integer.MAX_VALUE / bytes / 4) {
            throw new IOException("an array cannot have " + length + " numbers");
        }
        return length;
    }

    private static ByteBuffer body(DataInput in, int length, int bytes) throws IOException {
        byte[] body = new byte[length * bytes];
        in.readFully(body);
        return ByteBuffer.wrap(body);
    }
}
