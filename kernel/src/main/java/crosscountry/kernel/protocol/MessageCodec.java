package crosscountry.kernel.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Messages to and from ZeroMQ frames: identities, {@code <IDS|MSG>}, signature, four JSON frames, buffers. */
public final class MessageCodec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_FRAMES = 4;

    private final ObjectMapper json = new ObjectMapper();
    private final Signer signer;

    public MessageCodec(Signer signer) {
        this.signer = signer;
    }

    /** The frames of {@code message}, signed. */
    public List<byte[]> encode(Message message) {
        try {
            List<byte[]> parts = List.of(
                    json.writeValueAsBytes(message.header()),
                    json.writeValueAsBytes(message.parentHeader()),
                    json.writeValueAsBytes(message.metadata()),
                    json.writeValueAsBytes(message.content()));
            List<byte[]> frames = new ArrayList<>(message.identities());
            frames.add(DELIMITER);
            frames.add(signer.sign(parts).getBytes(StandardCharsets.US_ASCII));
            frames.addAll(parts);
            frames.addAll(message.buffers());
            return frames;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("content of " + message.type() + " is not JSON", e);
        }
    }

    /**
     * The message in {@code frames}.
     *
     * @throws ProtocolException when a frame is missing, not JSON, or wrongly signed
     */
    public Message decode(List<byte[]> frames) throws ProtocolException {
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        int first = delimiter + 2;
        if (frames.size() < first + JSON_FRAMES) {
            throw new ProtocolException("a message needs <IDS|MSG>, a signature and four JSON frames");
        }
        List<byte[]> parts = frames.subList(first, first + JSON_FRAMES);
        if (!signer.accepts(frames.get(delimiter + 1), parts)) {
            throw new ProtocolException("the signature does not fit the message");
        }
        return new Message(
                List.copyOf(frames.subList(0, delimiter)),
                object(parts.get(0)),
                object(parts.get(1)),
                object(parts.get(2)),
                object(parts.get(3)),
                List.copyOf(frames.subList(first + JSON_FRAMES, frames.size())));
    }

    private ObjectNode object(byte[] frame) throws ProtocolException {
        try {
            JsonNode node = json.readTree(frame);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new ProtocolException("a frame is not JSON");
        }
        throw new ProtocolException("a frame is not a JSON object");
    }
}
