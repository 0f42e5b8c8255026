package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.shell.Session;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The control channel, served while a cell runs. */
final class ControlRequests {
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final Publisher publisher;
    private final Session session;

    ControlRequests(Publisher publisher, Session session) {
        this.publisher = publisher;
        this.session = session;
    }

    void add(Message request) {
        waiting.add(request);
    }

    /** Serves until a front end asks for the end. */
    void serve() throws InterruptedException {
        while (true) {
            Message request = waiting.take();
            publisher.status(request, "busy");
            ObjectNode reply = Answers.ok();
            switch (request.type()) {
                case "interrupt_request" -> session.interrupt();
                case "shutdown_request" -> reply.put("restart", request.content().path("restart").asBoolean(false));
                case "kernel_info_request" -> reply = Answers.kernelInfo();
                default -> reply = null;
            }
            if (reply != null) {
                publisher.reply(Channel.CONTROL, request, request.type().replace("_request", "_reply"), reply);
            }
            publisher.status(request, "idle");
            if (request.type().equals("shutdown_request")) {
                return;
            }
        }
    }
}
