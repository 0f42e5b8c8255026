package crosscountry.kernel.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One message of the Jupyter protocol.
 *
 * @param identities routing prefix of a ROUTER socket, or the topic on iopub
 * @param parentHeader header of the request that this answers; empty object for none
 * @param buffers binary frames after the four JSON frames
 */
public record Message(
        List<byte[]> identities,
        ObjectNode header,
        ObjectNode parentHeader,
        ObjectNode metadata,
        ObjectNode content,
        List<byte[]> buffers) {

    /** {@code msg_type} of the header. */
    public String type() {
        return header.path("msg_type").asText();
    }
}
