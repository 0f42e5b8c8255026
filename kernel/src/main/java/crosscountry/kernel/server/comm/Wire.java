package crosscountry.kernel.server.comm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.protocol.Message;
import java.util.List;

/** Sends comm messages to every front end. */
public interface Wire {
    /** @param parent what this answers; null for a message that answers nothing */
    void send(String type, Message parent, ObjectNode content, ObjectNode metadata, List<byte[]> buffers);
}
