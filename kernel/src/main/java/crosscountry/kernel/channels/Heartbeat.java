package crosscountry.kernel.channels;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** Echoes whatever arrives, on a thread of its own, so that a busy kernel is still seen to be alive. */
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
                List<byte[]> frames = new ArrayList<>(List.of(beat));
                while (socket.hasReceiveMore()) { // a reply before the last frame is an error that would end the heartbeat
                    frames.add(socket.recv());
                }
                for (int k = 0; k < frames.size(); k++) {
                    socket.send(frames.get(k), k + 1 < frames.size() ? ZMQ.SNDMORE : 0);
                }
            }
        } catch (ZMQException closed) {
            // The context was closed: the kernel ends.
        }
    }
}
