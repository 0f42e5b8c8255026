package crosscountry.kernel.channels;

import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.protocol.MessageCodec;
import crosscountry.kernel.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** The other end of a kernel's shell or control channel, as a front end holds it. */
public final class Client implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final ZContext context = new ZContext();
    private final ZMQ.Socket socket = context.createSocket(SocketType.DEALER);
    private final MessageCodec codec;

    public Client(int port, MessageCodec codec) {
        this.codec = codec;
        socket.setReceiveTimeOut(PATIENCE_MILLIS);
        socket.setLinger(0);
        socket.connect("tcp://127.0.0.1:" + port);
    }

    /** Sends a request and waits for the next message that comes back. */
    public Message ask(Message request) throws ProtocolException {
        List<byte[]> out = codec.encode(request);
        for (int i = 0; i < out.size(); i++) {
            socket.send(out.get(i), i + 1 < out.size() ? ZMQ.SNDMORE : 0);
        }
        List<byte[]> in = new ArrayList<>();
        do {
            byte[] frame = socket.recv();
            if (frame == null) {
                throw new ProtocolException("no answer to " + request.type());
            }
            in.add(frame);
        } while (socket.hasReceiveMore());
        return codec.decode(in);
    }

    @Override
    public void close() {
        context.close();
    }
}
