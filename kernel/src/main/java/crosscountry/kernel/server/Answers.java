package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Messages;
import crosscountry.kernel.protocol.ConnectionFile;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.shell.CodeAssist.Completion;
import crosscountry.kernel.shell.Session;
import java.util.Optional;

/** Replies to the questions that run nothing; positions in the protocol are code points. */
final class Answers {
    private final Session session;
    private final ConnectionFile connection;

    Answers(Session session, ConnectionFile connection) {
        this.session = session;
        this.connection = connection;
    }

    static ObjectNode kernelInfo() {
        String version = Version.text();
        ObjectNode info = ok().put("protocol_version", Header.VERSION)
                .put("implementation", "crosscountry")
                .put("implementation_version", version)
                .put("debugger", false)
                .put(
                        "banner",
                        "Crosscountry " + version + " on Java "
                                + Runtime.version().feature()
                                + ": graphs, elimination orders and Jacobians; %commands lists the commands");
        info.putObject("language_info")
                .put("name", "java")
                .put("version", Runtime.version().toString())
                .put("mimetype", "text/x-java")
                .put("file_extension", ".jshell")
                .put("pygments_lexer", "java")
                .put("codemirror_mode", "text/x-java");
        info.putArray("help_links");
        return info;
    }

    ObjectNode complete(JsonNode request) {
        String code = request.path("code").asText();
        Completion found = session.assist()
                .complete(code, units(code, request.path("cursor_pos").asInt(Integer.MAX_VALUE)));
        ObjectNode reply = ok().put("cursor_start", code.codePointCount(0, found.start()))
                .put("cursor_end", code.codePointCount(0, found.end()));
        found.matches().forEach(reply.putArray("matches")::add);
        reply.putObject("metadata");
        return reply;
    }

    ObjectNode inspect(JsonNode request) {
        String code = request.path("code").asText();
        Optional<String> text = session.assist()
                .inspect(code, units(code, request.path("cursor_pos").asInt(Integer.MAX_VALUE)));
        ObjectNode reply = ok().put("found", text.isPresent());
        ObjectNode data = reply.putObject("data");
        text.ifPresent(found -> data.put("text/plain", found));
        reply.putObject("metadata");
        return reply;
    }

    ObjectNode isComplete(JsonNode request) {
        String code = request.path("code").asText();
        String status = session.assist().completeness(code);
        ObjectNode reply = Messages.content().put("status", status);
        return status.equals("incomplete") ? reply.put("indent", "    ".repeat(openBraces(code))) : reply;
    }

    ObjectNode connect() {
        return ok().put("shell_port", connection.shellPort())
                .put("iopub_port", connection.iopubPort())
                .put("stdin_port", connection.stdinPort())
                .put("hb_port", connection.heartbeatPort())
                .put("control_port", connection.controlPort());
    }

    static ObjectNode ok() {
        return Messages.content().put("status", "ok");
    }

    private static int units(String code, int codePoints) {
        return codePoints >= code.codePointCount(0, code.length())
                ? code.length()
                : code.offsetByCodePoints(0, Math.max(0, codePoints));
    }

    private static int openBraces(String code) {
        long open = code.chars().filter(c -> c == '{').count()
                - code.chars().filter(c -> c == '}').count();
        return (int) Math.max(0, Math.min(20, open));
    }
}
