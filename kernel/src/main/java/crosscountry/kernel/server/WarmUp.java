package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Client;
import crosscountry.kernel.channels.Messages;
import crosscountry.kernel.protocol.ConnectionFile;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.protocol.MessageCodec;
import crosscountry.kernel.protocol.ProtocolException;
import crosscountry.kernel.protocol.Signer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Warms a kernel up: it answers its own requests for a few seconds, so that the JVM can archive the classes a session
 * needs (and, from Java 25 on, what it learnt about them). Set-up runs this once. Nothing here draws a graph: an
 * archived class that refers to the layout library, whose signed jars cannot be archived, makes the JVM open and verify
 * these jars before it starts {@code main}.
 */
public final class WarmUp {
    private static final int REPEATS = 60;
    private static final String SHARED = "/crosscountry/kernel/rehearsal.jsh";
    /** Cells that only a kernel warms up with: much output, failures, a display. */
    private static final List<String> OWN = List.of(
            "for (int i = 0; i < 1000; i++) System.out.println(i);",
            "missing",
            "int[] none = {}; none[0]",
            "display(word);");

    private final Header headers = new Header(UUID.randomUUID().toString(), "rehearsal");
    private final Client shell;
    private final Client control;

    private WarmUp(Client shell, Client control) {
        this.shell = shell;
        this.control = control;
    }

    /** @throws IllegalArgumentException when the kernel does not answer */
    public static void run() throws InterruptedException {
        int[] ports = freePorts(5);
        String key = UUID.randomUUID().toString();
        ConnectionFile connection = new ConnectionFile(
                "tcp", "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "hmac-sha256", key);
        try {
            Path history = Files.createTempFile("rehearsal", ".jsonl");
            String parent = String.valueOf(
                    ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L));
            Map<String, String> environment = new HashMap<>(System.getenv()); // as a kernel reads it
            environment.keySet().removeIf(name -> name.startsWith("CROSSCOUNTRY_") || name.startsWith("IJAVA_"));
            environment.putAll(Map.of("CROSSCOUNTRY_HISTORY", history.toString(), "JPY_PARENT_PID", parent));
            Thread kernel = new Thread(() -> serve(new Kernel(connection, new Settings(environment))), "kernel");
            kernel.start();
            MessageCodec codec = new MessageCodec(new Signer("hmac-sha256", key));
            try (Client shell = new Client(connection.shellPort(), codec);
                    Client control = new Client(connection.controlPort(), codec)) {
                new WarmUp(shell, control).play();
            }
            kernel.join();
            Files.delete(history);
        } catch (IOException | ProtocolException e) {
            throw new IllegalArgumentException("the kernel cannot be rehearsed: " + e.getMessage(), e);
        }
    }

    private static void serve(Kernel kernel) {
        try {
            kernel.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play() throws ProtocolException {
        ask("kernel_info_request", Messages.content());
        for (int k = 0; k < REPEATS; k++) {
            ask("execute_request", Messages.content().put("code", "1 + " + k));
        }
        for (String cell : cells()) {
            ask("execute_request", Messages.content().put("code", cell).put("stop_on_error", false));
        }
        for (int k = 0; k < REPEATS / 3; k++) {
            ask("complete_request", Messages.content().put("code", "Math.sq").put("cursor_pos", 7));
            ask("is_complete_request", Messages.content().put("code", "for (int i = 0; i < " + k + "; i++) {"));
        }
        ask("inspect_request", Messages.content().put("code", "Math.sqrt").put("cursor_pos", 9));
        ask(
                "history_request",
                Messages.content().put("hist_access_type", "tail").put("n", 3));
        control.ask(Messages.of(
                headers, "shutdown_request", null, Messages.content().put("restart", false), List.of()));
    }

    /** The cells that terminal and kernel share, which the script divides by {@code // %%}, and the kernel's own. */
    private static List<String> cells() {
        try (InputStream in = WarmUp.class.getResourceAsStream(SHARED)) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.concat(
                            Arrays.stream(script.split("// %%\n"))
                                    .map(String::strip)
                                    .filter(cell -> !cell.isEmpty()),
                            OWN.stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask(String type, ObjectNode content) throws ProtocolException {
        shell.ask(Messages.of(headers, type, null, content, List.of()));
    }

    /** Ports that nobody listens at; they are all held until the last is found, so that they differ. */
    private static int[] freePorts(int count) {
        int[] ports = new int[count];
        ServerSocket[] held = new ServerSocket[count];
        try {
            for (int k = 0; k < count; k++) {
                held[k] = new ServerSocket(0);
                ports[k] = held[k].getLocalPort();
            }
            for (ServerSocket one : held) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ports;
    }
}
