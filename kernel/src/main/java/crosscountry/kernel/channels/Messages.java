package crosscountry.kernel.channels;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.protocol.Message;
import java.util.List;

/** Builds outgoing messages. */
public final class Messages {

    private Messages() {}

    public static ObjectNode content() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A message that answers {@code parent}, or that the kernel sends unasked when {@code parent} is null. */
    public static Message of(Header headers, String type, Message parent, ObjectNode content, List<byte[]> identities) {
        return new Message(
                identities,
                headers.create(type),
                parent == null ? content() : parent.header(),
                content(),
                content,
                List.of());
    }
}
