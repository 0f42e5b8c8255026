package crosscountry.kernel.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Makes message headers for one session of the kernel. */
public record Header(String session, String username) {

    /** The protocol version that this kernel speaks. */
    public static final String VERSION = "5.4";

    /** A header with a fresh id and the present time. */
    public ObjectNode create(String messageType) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("msg_id", UUID.randomUUID().toString())
                .put("session", session)
                .put("username", username)
                .put("date", Instant.now().truncatedTo(ChronoUnit.MICROS).toString())
                .put("msg_type", messageType)
                .put("version", VERSION);
    }
}
