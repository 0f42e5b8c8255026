package crosscountry.kernel.server;

import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.display.ThrownText;
import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.server.comm.Comms;
import crosscountry.kernel.shell.Session;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What pages say over comms, served on a thread of its own while cells run. */
final class CommRequests {
    private static final long SETTLE_MILLIS = 2000;

    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final AtomicInteger unserved = new AtomicInteger();
    private final Publisher publisher;
    private final Session session;
    private final Comms comms;

    CommRequests(Publisher publisher, Session session, Comms comms) {
        this.publisher = publisher;
        this.session = session;
        this.comms = comms;
    }

    static boolean takes(Message message) {
        return message.type().startsWith("comm_");
    }

    void add(Message request) {
        unserved.incrementAndGet();
        waiting.add(request);
    }

    /** Starts serving; the thread is a daemon. */
    void start() {
        Thread thread = new Thread(
                () -> {
                    while (true) {
                        try {
                            answer(waiting.take());
                        } catch (InterruptedException | Error late) {
                            // whoever interrupts a listener, or has it fill the memory, does not end the service
                        }
                    }
                },
                "comms");
        thread.setDaemon(true);
        thread.start();
    }

    private void answer(Message request) {
        publisher.status(request, "busy");
        try {
            if (request.type().equals("comm_info_request")) {
                publisher.reply(
                        Channel.SHELL,
                        request,
                        "comm_info_reply",
                        comms.info(request.content().path("target_name").asText("")));
            } else {
                session.within(() -> comms.receive(request));
            }
        } catch (Throwable thrown) {
            publisher.print(
                    "stderr", "a listener of the page failed: " + ThrownText.of(thrown) + System.lineSeparator());
        } finally {
            publisher.status(request, "idle");
            synchronized (unserved) {
                unserved.decrementAndGet();
                unserved.notifyAll();
            }
        }
    }

    /**
     * Waits until the page's messages that came before are served, so that the next cell sees what they changed; not
     * for ever.
     */
    void settle() {
        long end = System.currentTimeMillis() + SETTLE_MILLIS;
        synchronized (unserved) {
            try {
                for (long left = SETTLE_MILLIS;
                        unserved.get() > 0 && left > 0;
                        left = end - System.currentTimeMillis()) {
                    unserved.wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
