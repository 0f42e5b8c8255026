package crosscountry.kernel.server;

import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.channels.Messages;
import crosscountry.kernel.channels.Outbox;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.protocol.Message;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Questions to the user on the stdin channel. */
final class Prompt {
    private final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
    private final Outbox outbox;
    private final Header headers;
    private volatile boolean allowed;

    Prompt(Outbox outbox, Header headers) {
        this.outbox = outbox;
        this.headers = headers;
    }

    void allow(boolean nowAllowed) {
        allowed = nowAllowed;
    }

    void answer(Message reply) {
        answers.add(reply);
    }

    String ask(Message request, String text, boolean password) throws IOException {
        if (!allowed || request == null) {
            throw new IOException("this front end cannot be asked for input");
        }
        answers.clear();
        outbox.add(
                Channel.STDIN,
                Messages.of(
                        headers,
                        "input_request",
                        request,
                        Messages.content().put("prompt", text).put("password", password),
                        request.identities()));
        try {
            return answers.take().content().path("value").asText();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for input");
        }
    }
}
