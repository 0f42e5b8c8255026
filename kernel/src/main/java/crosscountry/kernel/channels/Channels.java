package crosscountry.kernel.channels;

import crosscountry.kernel.protocol.ConnectionFile;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.protocol.MessageCodec;
import crosscountry.kernel.protocol.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The kernel's sockets, all owned by one thread that blocks in a poller. Whoever sends hands frames over an inproc
 * pair, which wakes the poller; so nothing sleeps and no socket is shared between threads.
 */
public final class Channels implements AutoCloseable {
    private static final String WAKE = "inproc://outgoing";

    private final ZContext context = new ZContext();
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final List<IpcBridge> bridges = new ArrayList<>();
    private final ZMQ.Socket outgoing;
    private final ZMQ.Socket wake;
    private final MessageCodec codec;
    private final Header headers;
    private volatile Inbox inbox;
    private final Consumer<String> complaints;
    private final Thread thread = new Thread(this::serve, "sockets");

    /**
     * Binds all channels; nothing is received before {@link #start}.
     *
     * @param complaints receives a sentence about each message that is dropped
     */
    public Channels(ConnectionFile connection, MessageCodec codec, Header headers, Consumer<String> complaints) {
        this.codec = codec;
        this.headers = headers;
        this.complaints = complaints;
        context.setUncaughtExceptionHandler(Channels::goOn);
        outgoing = context.createSocket(SocketType.PAIR);
        outgoing.setHWM(0);
        outgoing.bind(WAKE);
        wake = context.createSocket(SocketType.PAIR);
        wake.setHWM(0);
        wake.connect(WAKE);
        open(Channel.SHELL, SocketType.ROUTER, connection.shellPort(), connection);
        open(Channel.CONTROL, SocketType.ROUTER, connection.controlPort(), connection);
        open(Channel.STDIN, SocketType.ROUTER, connection.stdinPort(), connection);
        open(Channel.IOPUB, SocketType.XPUB, connection.iopubPort(), connection);
        ZMQ.Socket heartbeat = context.createSocket(SocketType.ROUTER);
        bind(heartbeat, connection, connection.heartbeatPort());
        new Heartbeat(heartbeat).start();
    }

    /**
     * JeroMQ's own threads die when a cell has filled the memory, and nothing would be sent or received any more. This
     * lets them resume their work; it runs on the dying thread.
     */
    private static void goOn(Thread library, Throwable thrown) {
        Throwable met = thrown;
        while (met instanceof OutOfMemoryError) {
            try {
                library.run();
                return;
            } catch (Throwable again) {
                met = again;
            }
        }
    }

    private void open(Channel channel, SocketType type, int port, ConnectionFile connection) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setLinger(1000);
        socket.setHWM(0);
        bind(socket, connection, port);
        sockets.put(channel, socket);
    }

    private void bind(ZMQ.Socket socket, ConnectionFile connection, int port) {
        if (connection.transport().equals("ipc")) {
            int inner = socket.bindToRandomPort("tcp://127.0.0.1");
            bridges.add(IpcBridge.open(Path.of(connection.ip() + "-" + port), inner));
        } else {
            socket.bind("tcp://" + connection.ip() + ":" + port);
        }
    }

    /** Starts receiving; earlier messages have waited in the sockets. */
    public void start(Inbox receiver) {
        inbox = receiver;
        thread.start();
    }

    /** Hands a message to the socket thread. Called by the kernel's own threads only, never by user code. */
    public void send(Channel channel, Message message) {
        List<byte[]> frames = codec.encode(message);
        synchronized (wake) {
            wake.send(channel.name(), ZMQ.SNDMORE);
            Frames.send(wake, frames);
        }
    }

    /** Sends what was handed over so far, then ends the socket thread and closes the sockets. */
    @Override
    public void close() {
        synchronized (wake) {
            wake.send("");
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        bridges.forEach(IpcBridge::close);
        context.close();
    }

    private void serve() {
        try (ZMQ.Poller poller = context.createPoller(sockets.size() + 1)) {
            int own = poller.register(outgoing, ZMQ.Poller.POLLIN);
            Map<Channel, Integer> slots = new EnumMap<>(Channel.class);
            sockets.forEach((channel, socket) -> slots.put(channel, poller.register(socket, ZMQ.Poller.POLLIN)));
            while (true) {
                try {
                    poller.poll();
                    if (poller.pollin(own) && !forward()) {
                        return;
                    }
                    slots.forEach((channel, slot) -> {
                        if (poller.pollin(slot)) {
                            receive(channel);
                        }
                    });
                } catch (OutOfMemoryError full) {
                    // a message is lost; this thread serves all channels
                }
            }
        } catch (ZMQException closed) {
            // The context was closed: the kernel ends.
        }
    }

    /** Passes on everything that waits; returns false after the end mark. */
    private boolean forward() {
        for (byte[] target = outgoing.recv(ZMQ.DONTWAIT); target != null; target = outgoing.recv(ZMQ.DONTWAIT)) {
            if (target.length == 0) {
                return false;
            }
            ZMQ.Socket socket = sockets.get(Channel.valueOf(new String(target, StandardCharsets.US_ASCII)));
            boolean more = true;
            while (more) {
                byte[] frame = outgoing.recv();
                more = outgoing.hasReceiveMore();
                socket.send(frame, more ? ZMQ.SNDMORE : 0);
            }
        }
        return true;
    }

    private void receive(Channel channel) {
        ZMQ.Socket socket = sockets.get(channel);
        for (byte[] first = socket.recv(ZMQ.DONTWAIT); first != null; first = socket.recv(ZMQ.DONTWAIT)) {
            List<byte[]> frames = Frames.receive(socket, first);
            if (channel == Channel.IOPUB) {
                welcome(socket, first);
                continue;
            }
            try {
                inbox.receive(channel, codec.decode(frames));
            } catch (ProtocolException | RuntimeException | Error dropped) { // this thread serves all channels
                complaints.accept("a message on " + channel.name().toLowerCase(Locale.ROOT) + " was dropped: "
                        + (dropped instanceof ProtocolException ? dropped.getMessage() : dropped.toString()));
            }
        }
    }

    /** Answers a subscription (first byte 1) with iopub_welcome, protocol 5.4 (JEP 65). */
    private void welcome(ZMQ.Socket socket, byte[] subscription) {
        if (subscription.length == 0 || subscription[0] != 1) {
            return;
        }
        String topic = new String(subscription, 1, subscription.length - 1, StandardCharsets.UTF_8);
        Message message = Messages.of(
                headers,
                "iopub_welcome",
                null,
                Messages.content().put("subscription", topic),
                List.of(topic.getBytes(StandardCharsets.UTF_8)));
        Frames.send(socket, codec.encode(message));
    }
}
