package crosscountry.kernel.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the five channels are and how messages are signed, as the front end wrote it. */
public record ConnectionFile(
        String transport,
        String ip,
        int shellPort,
        int iopubPort,
        int stdinPort,
        int controlPort,
        int heartbeatPort,
        String signatureScheme,
        String key) {

    /**
     * Reads a connection file.
     *
     * @throws IllegalArgumentException naming the file and the field that is missing or wrong
     */
    public static ConnectionFile read(Path file) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("connection file " + file + " cannot be read as JSON", e);
        }
        String transport = json.path("transport").asText("tcp");
        if (!transport.equals("tcp") && !transport.equals("ipc")) {
            throw new IllegalArgumentException(
                    "connection file " + file + ": transport '" + transport + "' is unknown; allowed: tcp, ipc");
        }
        return new ConnectionFile(
                transport,
                json.path("ip").asText("127.0.0.1"),
                port(json, "shell_port", file),
                port(json, "iopub_port", file),
                port(json, "stdin_port", file),
                port(json, "control_port", file),
                port(json, "hb_port", file),
                json.path("signature_scheme").asText("hmac-sha256"),
                json.path("key").asText(""));
    }

    private static int port(JsonNode json, String field, Path file) {
        JsonNode value = json.path(field);
        if (!value.isInt() || value.asInt() < 0) {
            throw new IllegalArgumentException(
                    "connection file " + file + ": field '" + field + "' must be a port number");
        }
        return value.asInt();
    }
}
