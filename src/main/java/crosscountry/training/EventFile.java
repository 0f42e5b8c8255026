package crosscountry.training;

import crosscountry.graph.GraphException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Scalars for TensorBoard. A record is its length (uint64), a masked CRC32C of the length, the data, a masked CRC32C of
 * the data (tensorflow/core/lib/io/record_writer.h); the data is a protocol buffer Event: 1 wall_time (double), 2 step
 * (int64), 3 file_version (string), 5 summary, whose 1 value has 1 tag (string) and 2 simple_value (float).
 */
final class EventFile {
    private final Path file;

    /** @param file its name must hold "tfevents" */
    EventFile(Path file, double wallTime) {
        this.file = file;
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        fixed(event, 1, Double.doubleToLongBits(wallTime));
        bytes(event, 3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
        append(event.toByteArray());
    }

    /** What is not finite is left out. */
    void write(double wallTime, long step, Map<String, Double> scalars) {
        ByteArrayOutputStream summary = new ByteArrayOutputStream();
        scalars.forEach((tag, value) -> {
            if (Double.isFinite(value)) {
                ByteArrayOutputStream one = new ByteArrayOutputStream();
                bytes(one, 1, tag.getBytes(StandardCharsets.UTF_8));
                one.write(2 << 3 | 5);
                one.writeBytes(little(4).putFloat(value.floatValue()).array());
                bytes(summary, 1, one.toByteArray());
            }
        });
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        fixed(event, 1, Double.doubleToLongBits(wallTime));
        event.write(2 << 3);
        varint(event, step);
        bytes(event, 5, summary.toByteArray());
        append(event.toByteArray());
    }

    private void append(byte[] data) {
        byte[] length = little(8).putLong(data.length).array();
        ByteBuffer record = little(16 + data.length)
                .put(length)
                .putInt(masked(length))
                .put(data)
                .putInt(masked(data));
        try {
            Files.write(file, record.array(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new GraphException(file + " cannot be written: " + e.getMessage());
        }
    }

    private static int masked(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        int value = (int) crc.getValue();
        return (value >>> 15 | value << 17) + 0xa282ead8;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void fixed(ByteArrayOutputStream out, int field, long bits) {
        out.write(field << 3 | 1);
        out.writeBytes(little(8).putLong(bits).array());
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        out.write(field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
