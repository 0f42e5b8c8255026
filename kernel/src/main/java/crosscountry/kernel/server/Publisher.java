package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.channels.Channels;
import crosscountry.kernel.channels.Messages;
import crosscountry.kernel.channels.Outbox;
import crosscountry.kernel.display.MimeBundle;
import crosscountry.kernel.display.OutputLimit;
import crosscountry.kernel.display.ThrownText;
import crosscountry.kernel.display.widget.Comm;
import crosscountry.kernel.display.widget.CommTarget;
import crosscountry.kernel.display.widget.WidgetModel;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.server.comm.Comms;
import crosscountry.kernel.server.comm.Widgets;
import crosscountry.kernel.server.comm.Wire;
import crosscountry.kernel.shell.Frontend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sends everything the kernel says: replies, broadcasts and the output of cells. It is also the session's front end.
 */
final class Publisher implements Frontend, Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Outbox outbox = new Outbox();
    private final Header headers;
    private final OutputLimit limit;
    private final Prompt prompt;
    private final Comms comms = new Comms(this);
    private final Widgets widgets = new Widgets(comms);
    private volatile Message running;

    /** @param limit how much of a value leaves the kernel */
    Publisher(Header headers, OutputLimit limit) {
        this.headers = headers;
        this.limit = limit;
        prompt = new Prompt(outbox, headers);
    }

    /** The front ends' comms. */
    Comms comms() {
        return comms;
    }

    @Override
    public void send(String type, Message parent, ObjectNode content, ObjectNode metadata, List<byte[]> buffers) {
        Message about = parent == null ? running : parent;
        outbox.add(
                Channel.IOPUB,
                new Message(
                        topic(type),
                        headers.create(type),
                        about == null ? Messages.content() : about.header(),
                        metadata,
                        content,
                        List.copyOf(buffers)));
    }

    @Override
    public void follow(WidgetModel model) {
        widgets.follow(model);
    }

    @Override
    public void target(String name, CommTarget target) {
        comms.target(name, target);
    }

    @Override
    public Comm open(String target, Object data) {
        return comms.open(target, data);
    }

    Prompt prompt() {
        return prompt;
    }

    /** Output from here on belongs to this request; threads of earlier cells write there too. */
    void running(Message request) {
        running = request;
    }

    void reply(Channel channel, Message request, String type, ObjectNode content) {
        outbox.add(channel, Messages.of(headers, type, request, content, request.identities()));
    }

    /** Sends to every front end on iopub. */
    void broadcast(String type, Message parent, ObjectNode content) {
        outbox.add(Channel.IOPUB, Messages.of(headers, type, parent, content, topic(type)));
    }

    void status(Message parent, String state) {
        broadcast("status", parent, Messages.content().put("execution_state", state));
    }

    private static List<byte[]> topic(String type) {
        return List.of(("kernel." + type).getBytes(StandardCharsets.US_ASCII));
    }

    /** A bundle's fields as the protocol names them. */
    ObjectNode data(MimeBundle whole) {
        MimeBundle bundle = limit.cut(whole);
        ObjectNode content = Messages.content();
        content.set("data", JSON.valueToTree(bundle.data()));
        content.set("metadata", JSON.valueToTree(bundle.metadata()));
        return content;
    }

    @Override
    public void print(String stream, CharSequence text) {
        outbox.write(stream, running, text);
    }

    @Override
    public void display(String displayId, MimeBundle bundle) {
        broadcast("display_data", running, withId(bundle, displayId));
    }

    @Override
    public void updateDisplay(String displayId, MimeBundle bundle) {
        broadcast("update_display_data", running, withId(bundle, displayId));
    }

    private ObjectNode withId(MimeBundle bundle, String displayId) {
        ObjectNode content = data(bundle);
        content.putObject("transient").put("display_id", displayId);
        return content;
    }

    @Override
    public String input(String text, boolean password) throws IOException {
        return prompt.ask(running, text, password);
    }

    /** Passes everything on to the sockets, in order, until {@link #close}; blocks while there is nothing to send. */
    void send(Channels channels) {
        try {
            for (Outbox.Item item = outbox.take(); item != null; item = outbox.take()) {
                try {
                    pass(item, channels);
                } catch (RuntimeException
                        | Error lost) { // this thread sends everything; what came after it is to leave
                    if (item instanceof Outbox.Item.Ready) {
                        print("stderr", "an output could not be sent: " + ThrownText.of(lost) + System.lineSeparator());
                    }
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Outbox.Item item, Channels channels) {
        if (item instanceof Outbox.Item.Ready ready) {
            channels.send(ready.channel(), ready.message());
        } else if (item instanceof Outbox.Item.Text text) {
            ObjectNode content = Messages.content()
                    .put("name", text.stream())
                    .put("text", text.text().toString());
            channels.send(Channel.IOPUB, Messages.of(headers, "stream", text.parent(), content, topic("stream")));
        }
    }

    /** Lets {@link #send} return when everything has left. */
    void close() {
        outbox.close();
    }
}
