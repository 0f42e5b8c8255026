package crosscountry.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageCodecTest {
    private final MessageCodec codec = new MessageCodec(new Signer("hmac-sha256", "key"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Message message() {
        ObjectNode header = new Header("s", "u").create("execute_request");
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("code", "é");
        ObjectNode empty = JsonNodeFactory.instance.objectNode();
        return new Message(List.of(bytes("peer")), header, empty, empty, content, List.of(new byte[] {1, 2}));
    }

    @Test
    void theSignatureIsThatOfRfc4231() {
        // RFC 4231, test case 2
        Signer signer = new Signer("hmac-sha256", "Jefe");
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                signer.sign(List.of(bytes("what do ya "), bytes("want for nothing?"))));
    }

    @Test
    void aMessageComesBackAsItWent() throws ProtocolException {
        Message back = codec.decode(codec.encode(message()));
        assertEquals("execute_request", back.type());
        assertEquals("é", back.content().path("code").asText());
        assertEquals(2, back.buffers().get(0).length);
    }

    @Test
    void anyBitThatChangesBreaksTheSignature() {
        Random random = new Random(7);
        for (int trial = 0; trial < 500; trial++) {
            List<byte[]> frames = new ArrayList<>(codec.encode(message()));
            int frame = 2 + random.nextInt(5);
            byte[] changed = frames.get(frame).clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
            frames.set(frame, changed);
            assertThrows(ProtocolException.class, () -> codec.decode(frames));
        }
    }

    @Test
    void whateverArrivesIsAMessageOrAProtocolException() {
        Random random = new Random(8);
        for (int trial = 0; trial < 2000; trial++) {
            List<byte[]> frames = new ArrayList<>();
            for (int k = random.nextInt(9); k > 0; k--) {
                byte[] frame = new byte[random.nextInt(50)];
                random.nextBytes(frame);
                frames.add(random.nextInt(3) == 0 ? bytes("<IDS|MSG>") : frame);
            }
            assertThrows(ProtocolException.class, () -> codec.decode(frames));
        }
    }

    @Test
    void aConnectionFileThatLacksAFieldIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("c.json"), "{\"shell_port\": 1}");
        String message = assertThrows(IllegalArgumentException.class, () -> ConnectionFile.read(file))
                .getMessage();
        assertTrue(message.contains("'iopub_port' must be a port number"), message);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Signer("hmac-md5", "key"))
                .getMessage()
                .contains("hmac-sha256"));
    }
}
