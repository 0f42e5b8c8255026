package crosscountry.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the file by the format's description, with a checksum by its definition. */
class EventFileTest {
    /** CRC-32C bit by bit: polynomial 0x1edc6f41, reflected. */
    private static int crc(byte[] data) {
        int crc = ~0;
        for (byte b : data) {
            crc ^= b & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0x82f63b78 : crc >>> 1;
            }
        }
        return ~crc;
    }

    private static int unmask(int masked) {
        int rotated = masked - 0xa282ead8;
        return rotated >>> 17 | rotated << 15;
    }

    private static byte[] next(ByteBuffer file) {
        byte[] length = new byte[8];
        file.get(length);
        assertEquals(crc(length), unmask(file.getInt()));
        byte[] data = new byte
                [(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
        file.get(data);
        assertEquals(crc(data), unmask(file.getInt()));
        return data;
    }

    @Test
    void theChecksumIsThatOfTheStandard() {
        assertEquals(0xe3069283, crc("123456789".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void everyScalarIsReadBack(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("events.out.tfevents.1.x");
        EventFile events = new EventFile(path, 12.5);
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("cost/best", 320.0);
        scalars.put("none", Double.NaN);
        scalars.put("loss", 0.25);
        events.write(13.5, 300, scalars);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer version = ByteBuffer.wrap(next(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1 << 3 | 1, version.get());
        assertEquals(12.5, version.getDouble());
        assertEquals(3 << 3 | 2, version.get());
        byte[] text = new byte[version.get()];
        version.get(text);
        assertEquals("brain.Event:2", new String(text, StandardCharsets.UTF_8));
        ByteBuffer event = ByteBuffer.wrap(next(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertFalse(file.hasRemaining());
        assertEquals(1 << 3 | 1, event.get());
        assertEquals(13.5, event.getDouble());
        assertEquals(2 << 3, event.get());
        assertEquals(300, event.get() & 0x7f | event.get() << 7);
        assertEquals(5 << 3 | 2, event.get());
        assertEquals(event.remaining() - 1, event.get());
        Map<String, Float> read = new LinkedHashMap<>();
        while (event.hasRemaining()) {
            assertEquals(1 << 3 | 2, event.get());
            int end = event.get() + event.position();
            assertEquals(1 << 3 | 2, event.get());
            byte[] tag = new byte[event.get()];
            event.get(tag);
            assertEquals(2 << 3 | 5, event.get());
            read.put(new String(tag, StandardCharsets.UTF_8), event.getFloat());
            assertEquals(end, event.position());
        }
        assertEquals(Map.of("cost/best", 320f, "loss", 0.25f), read);
    }
}
