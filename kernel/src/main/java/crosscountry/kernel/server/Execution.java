package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.channels.Messages;
import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.shell.CellException;
import crosscountry.kernel.shell.Session;
import java.time.Duration;
import java.util.Optional;

/** execute_request: runs a cell and says what came of it. */
final class Execution {
    private final Session session;
    private final Publisher publisher;
    private final History history;
    private final Optional<Duration> limit;
    private final Detached detached;
    private int count;

    /**
     * @param limit the longest time that a cell may run; empty without one
     * @param detached where values are drawn
     */
    Execution(Session session, Publisher publisher, History history, Optional<Duration> limit, Detached detached) {
        this.session = session;
        this.publisher = publisher;
        this.history = history;
        this.limit = limit;
        this.detached = detached;
    }

    /**
     * Runs the cell and replies.
     *
     * @param failed is run before the reply to a cell that failed and whose followers must not run: what a front end
     *     sends once it has the reply is no follower
     */
    void run(Message request, Runnable failed) {
        JsonNode content = request.content();
        String code = content.path("code").asText();
        boolean silent = content.path("silent").asBoolean(false);
        boolean store = content.path("store_history").asBoolean(true) && !silent;
        publisher.running(request);
        publisher.prompt().allow(content.path("allow_stdin").asBoolean(true));
        if (store && !code.isBlank()) {
            history.add(++count, code);
        }
        if (!silent) {
            publisher.broadcast(
                    "execute_input",
                    request,
                    Messages.content().put("code", code).put("execution_count", count));
        }
        try {
            Object value = cell(code);
            if (!silent && value != null) {
                ObjectNode result = drawn(value).put("execution_count", count);
                publisher.broadcast("execute_result", request, result);
            }
            ObjectNode reply = Messages.content().put("status", "ok").put("execution_count", count);
            reply.set("user_expressions", expressions(content.path("user_expressions")));
            reply.putArray("payload");
            publisher.reply(Channel.SHELL, request, "execute_reply", reply);
            session.settle();
        } catch (Throwable thrown) { // also what a value's own methods threw while it was drawn
            CellException e = session.failure(thrown);
            if (!silent) {
                publisher.broadcast("error", request, error(e));
            }
            if (content.path("stop_on_error").asBoolean(true)) {
                failed.run();
            }
            publisher.reply(
                    Channel.SHELL,
                    request,
                    "execute_reply",
                    error(e).put("status", "error").put("execution_count", count));
        }
    }

    private Object cell(String code) throws CellException {
        try (Deadline deadline = new Deadline(limit, session::interrupt)) {
            try {
                return session.run(code, "cell " + count).value();
            } catch (CellException e) {
                throw deadline.passed()
                        ? CellException.of(
                                "Timeout",
                                "the cell ran longer than "
                                        + limit.orElseThrow().toMillis()
                                        + " ms, the limit that TIMEOUT sets; variables keep the values they had")
                        : e;
            }
        }
    }

    /** A value in all its forms; its own methods take part in that and may loop. */
    private ObjectNode drawn(Object value) throws CellException {
        try {
            return detached.run(() -> publisher.data(session.render(value)));
        } catch (Detached.Interrupted stopped) {
            throw CellException.interrupted();
        }
    }

    /** The answer to a cell that waited behind one that failed. */
    void abort(Message request) {
        publisher.reply(
                Channel.SHELL,
                request,
                "execute_reply",
                Messages.content().put("status", "aborted").put("execution_count", count));
    }

    private ObjectNode expressions(JsonNode asked) {
        ObjectNode answers = Messages.content();
        asked.fields().forEachRemaining(one -> {
            try {
                Object value = session.run(one.getValue().asText(), "expression " + one.getKey())
                        .value();
                answers.set(one.getKey(), drawn(value).put("status", "ok"));
            } catch (Throwable thrown) {
                CellException e = session.failure(thrown);
                answers.set(one.getKey(), error(e).put("status", "error"));
            }
        });
        return answers;
    }

    private static ObjectNode error(CellException e) {
        ObjectNode content = Messages.content().put("ename", e.kind()).put("evalue", e.getMessage());
        e.traceback().forEach(content.putArray("traceback")::add);
        return content;
    }
}
