package crosscountry.kernel.channels;

import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * Echoes whatever arrives, on a thread of its own, so that a busy kernel still answers. The socket is a router: a reply
 * socket falls silent when a peer leaves before its answer.
 */
final class Heartbeat {
    private final ZMQ.Socket socket;

    Heartbeat(ZMQ.Socket socket) {
        this.socket = socket;
        socket.setLinger(0);
    }

    Thread start() {
        Thread thread = new Thread(this::echo, "heartbeat");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void echo() {
        try {
            while (true) {
                byte[] beat = socket.recv();
                if (beat == null) {
                    return;
                }
                Frames.send(socket, Frames.receive(socket, beat));
            }
        } catch (ZMQException closed) {
            // The context was closed: the kernel ends.
        }
    }
}
