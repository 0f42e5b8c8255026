package crosscountry.kernel.display.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * State shared by Java and a page: when either side changes a field, the other is told. The page's side is an ES module
 * as anywidget knows them: its default export has {@code initialize({model})} or {@code render({model, el})}. Values
 * are those of JSON (strings, numbers, booleans, lists, maps, null) and {@code byte[]}, which travels as a buffer.
 */
public final class WidgetModel {
    /** A front end that follows the model. */
    public interface Peer {
        void changed(Map<String, Object> fields);

        void message(Object content, List<byte[]> buffers);
    }

    /** Receives the messages that the page sends with {@code model.send}. */
    public interface MessageListener {
        void message(Object content, List<byte[]> buffers);
    }

    private final String id = UUID.randomUUID().toString().replace("-", "");
    private final String module;
    private final Map<String, Object> state = new LinkedHashMap<>();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<String, Object>> changes = new CopyOnWriteArrayList<>();
    private final List<MessageListener> messages = new CopyOnWriteArrayList<>();

    /** @param module the text of the ES module */
    public WidgetModel(String module, Map<String, Object> state) {
        this.module = Objects.requireNonNull(module);
        this.state.putAll(state);
    }

    public String id() {
        return id;
    }

    public String module() {
        return module;
    }

    public synchronized Map<String, Object> state() {
        return new LinkedHashMap<>(state);
    }

    public synchronized Object get(String field) {
        return state.get(field);
    }

    /** Changes a field and tells the page. */
    public void set(String field, Object value) {
        synchronized (this) {
            if (state.containsKey(field) && Objects.equals(state.get(field), value)) {
                return;
            }
            state.put(field, value);
        }
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put(field, value);
        peers.forEach(peer -> peer.changed(changed));
    }

    /** Sends a message to the page's {@code model.on("msg:custom", ...)}. */
    public void send(Object content, byte[]... buffers) {
        peers.forEach(peer -> peer.message(content, List.of(buffers)));
    }

    /** Calls the listener with field and value when the page has changed something; on a thread of the front end. */
    public WidgetModel onChange(BiConsumer<String, Object> listener) {
        changes.add(listener);
        return this;
    }

    public WidgetModel onMessage(MessageListener listener) {
        messages.add(listener);
        return this;
    }

    /** For front ends: follows this model from here on. */
    public void join(Peer peer) {
        if (!peers.contains(peer)) {
            peers.add(peer);
        }
    }

    /** For front ends: lets go of this model. */
    public void leave(Peer peer) {
        peers.remove(peer);
    }

    /** For front ends: what the page has changed. */
    public void receive(Map<String, Object> fields) {
        synchronized (this) {
            state.putAll(fields);
        }
        fields.forEach((field, value) -> changes.forEach(listener -> listener.accept(field, value)));
    }

    /** For front ends: what the page has sent. */
    public void receive(Object content, List<byte[]> buffers) {
        messages.forEach(listener -> listener.message(content, buffers));
    }
}
