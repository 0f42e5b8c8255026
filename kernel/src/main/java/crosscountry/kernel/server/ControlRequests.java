package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.display.ThrownText;
import crosscountry.kernel.protocol.Message;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The control channel, served while a cell runs. */
final class ControlRequests {
    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>();
    private final Publisher publisher;
    private final Runnable interrupt;

    /** A message and where its reply goes. */
    private record Request(Channel channel, Message message) {}

    /** @param interrupt stops whatever goes on */
    ControlRequests(Publisher publisher, Runnable interrupt) {
        this.publisher = publisher;
        this.interrupt = interrupt;
    }

    void add(Channel channel, Message request) {
        waiting.add(new Request(channel, request));
    }

    /** What goes wrong while a cell is stopped must not keep the next request from being served. */
    private void interrupt() {
        try {
            interrupt.run();
        } catch (RuntimeException | Error failed) {
            System.err.println("the interrupt failed: " + ThrownText.of(failed));
        }
    }

    /** Serves until a front end asks for the end. */
    void serve() throws InterruptedException {
        while (true) {
            Request next = waiting.take();
            Message request = next.message();
            publisher.status(request, "busy");
            ObjectNode reply = Answers.ok();
            switch (request.type()) {
                case "interrupt_request" -> interrupt();
                case "shutdown_request" ->
                    reply.put("restart", request.content().path("restart").asBoolean(false));
                case "kernel_info_request" -> reply = Answers.kernelInfo();
                default -> reply = null;
            }
            if (reply != null) {
                publisher.reply(next.channel(), request, request.type().replace("_request", "_reply"), reply);
            }
            publisher.status(request, "idle");
            if (request.type().equals("shutdown_request")) {
                return;
            }
        }
    }
}
