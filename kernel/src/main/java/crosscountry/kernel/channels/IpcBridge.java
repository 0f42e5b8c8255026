package crosscountry.kernel.channels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Unix domain socket in front of a port of this machine's own loopback address. JeroMQ 0.6.0, the newest release,
 * turns {@code ipc://} into TCP that no other implementation can find (its issue 927); the bytes themselves are the
 * same, so they are passed on.
 */
final class IpcBridge implements AutoCloseable {
    private final Path file;
    private final ServerSocketChannel server;

    private IpcBridge(Path file, ServerSocketChannel server) {
        this.file = file;
        this.server = server;
    }

    /** Listens at a file and connects each client to the port. */
    static IpcBridge open(Path file, int port) {
        try {
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(file));
            IpcBridge bridge = new IpcBridge(file, server);
            daemon(() -> bridge.accept(port));
            return bridge;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at " + file + " (" + e.getMessage() + ")", e);
        }
    }

    private void accept(int port) {
        try {
            while (true) {
                SocketChannel outer = server.accept();
                SocketChannel inner = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                daemon(() -> pass(outer, inner));
                daemon(() -> pass(inner, outer));
            }
        } catch (IOException closed) {
            // the kernel ends
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 16);
        try (from;
                to) {
            while (from.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
        } catch (IOException gone) {
            // one side left; closing the other tells it
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "ipc");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // a socket file that stays behind harms nobody
        }
    }
}
