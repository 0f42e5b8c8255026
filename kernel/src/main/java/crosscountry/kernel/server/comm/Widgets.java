package crosscountry.kernel.server.comm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.display.widget.WidgetModel;
import crosscountry.kernel.protocol.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Models as Jupyter's widgets (widget messaging protocol 2.1), drawn by anywidget. A page that is loaded anew asks for
 * all states over the control target, or model by model where it is older.
 */
public final class Widgets {
    private static final String TARGET = "jupyter.widget";
    private static final String CONTROL = "jupyter.widget.control";
    private static final String VERSION = "2.1.0";

    private final Map<String, WidgetModel> models = new ConcurrentHashMap<>();
    private final Comms comms;

    public Widgets(Comms comms) {
        this.comms = comms;
        comms.target(
                CONTROL,
                (comm, data) ->
                        ((Comms.Line) comm).handle((message, request) -> states((Comms.Line) comm, message, request)));
    }

    /** Makes the model known to every page; once is enough. */
    public synchronized void follow(WidgetModel model) {
        if (models.putIfAbsent(model.id(), model) != null) {
            return;
        }
        Buffers state = Buffers.taken(state(model));
        ObjectNode data = Comms.empty();
        data.set("state", state.json());
        data.set("buffer_paths", state.paths());
        Comms.Line line = comms.open(TARGET, model.id(), data, Comms.empty().put("version", VERSION), state.bytes());
        WidgetModel.Peer peer = new WidgetModel.Peer() {
            @Override
            public void changed(Map<String, Object> fields) {
                update(line, null, "update", fields);
            }

            @Override
            public void message(Object content, List<byte[]> buffers) {
                ObjectNode custom = Comms.empty().put("method", "custom");
                custom.set("content", Buffers.json(content));
                line.send(null, custom, buffers);
            }
        };
        model.join(peer);
        line.handle((message, request) -> receive(line, model, message, request));
        line.onClose(() -> {
            model.leave(peer);
            models.remove(model.id());
        });
    }

    private static Map<String, Object> state(WidgetModel model) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("_model_module", "anywidget");
        state.put("_model_module_version", "*"); // whichever version the front end has
        state.put("_model_name", "AnyModel");
        state.put("_view_module", "anywidget");
        state.put("_view_module_version", "*");
        state.put("_view_name", "AnyView");
        state.put(
                "_anywidget_id",
                "crosscountry." + Integer.toHexString(model.module().hashCode()));
        state.put("_esm", model.module());
        state.putAll(model.state());
        return state;
    }

    private static void receive(Comms.Line line, WidgetModel model, Message message, JsonNode request) {
        switch (request.path("method").asText()) {
            case "update" -> {
                Map<String, Object> fields =
                        Buffers.given(request.path("state"), request.path("buffer_paths"), message.buffers());
                fields.keySet()
                        .removeIf(
                                field -> field.startsWith("_")); // the module and its kind are not the page's to change
                model.receive(fields);
                update(line, message, "echo_update", fields); // for other pages on the same model
            }
            case "request_state" -> update(line, message, "update", state(model));
            case "custom" -> model.receive(Buffers.value(request.path("content")), message.buffers());
            default -> {}
        }
    }

    private static void update(Comms.Line line, Message parent, String method, Map<String, Object> fields) {
        Buffers state = Buffers.taken(fields);
        ObjectNode data = Comms.empty().put("method", method);
        data.set("state", state.json());
        data.set("buffer_paths", state.paths());
        line.send(parent, data, state.bytes());
    }

    private void states(Comms.Line line, Message message, JsonNode request) {
        if (!request.path("method").asText().equals("request_states")) {
            return;
        }
        ObjectNode data = Comms.empty().put("method", "update_states");
        ObjectNode states = data.putObject("states");
        ArrayNode paths = data.putArray("buffer_paths");
        List<byte[]> bytes = new ArrayList<>();
        models.forEach((id, model) -> {
            Buffers state = Buffers.taken(state(model), id, "state");
            ObjectNode one = states.putObject(id)
                    .put("model_name", "AnyModel")
                    .put("model_module", "anywidget")
                    .put("model_module_version", "*");
            one.set("state", state.json());
            paths.addAll(state.paths());
            bytes.addAll(state.bytes());
        });
        line.send(message, data, bytes);
    }
}
