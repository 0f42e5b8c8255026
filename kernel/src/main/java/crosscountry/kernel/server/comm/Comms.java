package crosscountry.kernel.server.comm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.display.widget.Comm;
import crosscountry.kernel.display.widget.CommTarget;
import crosscountry.kernel.display.widget.WidgetModel;
import crosscountry.kernel.protocol.Message;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The open comms, and the targets that pages may open. A comm to an unregistered target is closed at once, as the
 * protocol demands.
 */
public final class Comms {
    /** Receives what comes over one comm. */
    interface Handler {
        void message(Message message, JsonNode data);
    }

    private final Map<String, Line> open = new ConcurrentHashMap<>();
    private final Map<String, CommTarget> targets = new ConcurrentHashMap<>();
    private final Wire wire;

    public Comms(Wire wire) {
        this.wire = wire;
    }

    public void target(String name, CommTarget target) {
        targets.put(name, target);
    }

    /** Opens a comm of Java's own. */
    public Comm open(String target, Object data) {
        return open(target, UUID.randomUUID().toString().replace("-", ""), Buffers.json(data), empty(), List.of());
    }

    Line open(String target, String id, JsonNode data, ObjectNode metadata, List<byte[]> buffers) {
        Line line = new Line(id, target);
        open.put(id, line);
        ObjectNode content = content(id).put("target_name", target);
        content.set("data", data);
        wire.send("comm_open", null, content, metadata, buffers);
        return line;
    }

    /** Serves comm_open, comm_msg and comm_close. */
    public void receive(Message message) {
        String id = message.content().path("comm_id").asText();
        JsonNode data = message.content().path("data");
        switch (message.type()) {
            case "comm_open" -> opened(message, id, data);
            case "comm_msg" -> {
                Line line = open.get(id);
                if (line != null) {
                    line.handler.message(message, data);
                }
            }
            case "comm_close" -> {
                Line line = open.remove(id);
                if (line != null) {
                    line.closed();
                }
            }
            default -> {}
        }
    }

    private void opened(Message message, String id, JsonNode data) {
        String name = message.content().path("target_name").asText();
        CommTarget target = targets.get(name);
        if (target == null || id.isEmpty() || open.containsKey(id)) {
            ObjectNode content = content(id);
            content.putObject("data");
            wire.send("comm_close", message, content, empty(), List.of());
            return;
        }
        Line line = new Line(id, name);
        open.put(id, line);
        target.opened(line, Buffers.value(data));
    }

    /** The content of a comm_info_reply; an empty target means all. */
    public ObjectNode info(String target) {
        ObjectNode reply = empty().put("status", "ok");
        ObjectNode comms = reply.putObject("comms");
        open.forEach((id, line) -> {
            if (target.isEmpty() || line.target.equals(target)) {
                comms.putObject(id).put("target_name", line.target);
            }
        });
        return reply;
    }

    private static ObjectNode content(String id) {
        return empty().put("comm_id", id);
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** One open comm. */
    final class Line implements Comm {
        private final String id;
        private final String target;
        private final List<WidgetModel.MessageListener> messages = new CopyOnWriteArrayList<>();
        private final List<Runnable> ends = new CopyOnWriteArrayList<>();
        private volatile Handler handler =
                (message, data) -> messages.forEach(one -> one.message(Buffers.value(data), message.buffers()));

        private Line(String id, String target) {
            this.id = id;
            this.target = target;
        }

        /** Everything that comes goes to this handler instead of the listeners. */
        void handle(Handler other) {
            handler = other;
        }

        void send(Message parent, JsonNode data, List<byte[]> buffers) {
            ObjectNode content = content(id);
            content.set("data", data);
            wire.send("comm_msg", parent, content, empty(), buffers);
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public void send(Object data, byte[]... buffers) {
            if (!open.containsKey(id)) {
                throw new IllegalStateException("the comm is closed");
            }
            send(null, Buffers.json(data), List.of(buffers));
        }

        @Override
        public void close() {
            if (open.remove(id) != null) {
                ObjectNode content = content(id);
                content.putObject("data");
                wire.send("comm_close", null, content, empty(), List.of());
                closed();
            }
        }

        private void closed() {
            ends.forEach(Runnable::run);
        }

        @Override
        public Comm onMessage(WidgetModel.MessageListener listener) {
            messages.add(listener);
            return this;
        }

        @Override
        public Comm onClose(Runnable listener) {
            ends.add(listener);
            return this;
        }
    }
}
