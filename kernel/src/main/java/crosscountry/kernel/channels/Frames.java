package crosscountry.kernel.channels;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.ZMQ;

/** Messages of several frames, received and sent as a whole. */
final class Frames {
    private Frames() {}

    /** The rest of a message whose first frame has already arrived. */
    static List<byte[]> receive(ZMQ.Socket socket, byte[] first) {
        List<byte[]> frames = new ArrayList<>();
        frames.add(first);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return frames;
    }

    static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int k = 0; k < frames.size(); k++) {
            socket.send(frames.get(k), k + 1 < frames.size() ? ZMQ.SNDMORE : 0);
        }
    }
}
