package crosscountry.kernel.channels;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes whatever arrives, on a thread of its own, so that a busy kernel is still seen to be alive. */
final class Heartbeat {
    private final ZMQ.Socket socket;

    Heartbeat(ZContext context, String address) {
        socket = context.createSocket(SocketType.REP);
        socket.setLinger(0);
        socket.bind(address);
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
                socket.send(beat);
            }
        } catch (ZMQException closed) {
            // The context was closed: the kernel ends.
        }
    }
}
