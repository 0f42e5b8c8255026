package crosscountry.kernel.server;

import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.channels.Channels;
import crosscountry.kernel.protocol.ConnectionFile;
import crosscountry.kernel.protocol.Header;
import crosscountry.kernel.protocol.Message;
import crosscountry.kernel.protocol.MessageCodec;
import crosscountry.kernel.protocol.Signer;
import crosscountry.kernel.shell.Session;
import crosscountry.kernel.shell.SystemStreams;
import java.io.PrintStream;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import sun.misc.Signal;

/**
 * One kernel: one thread receives, one runs cells, one interrupts and shuts down, and only the sender's thread hands
 * messages to the sockets.
 */
public final class Kernel {
    private final Settings settings;
    private final Publisher publisher;
    private final ConnectionFile connection;
    private final Header headers = new Header(UUID.randomUUID().toString(), "kernel");

    public Kernel(ConnectionFile connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
        publisher = new Publisher(headers, settings.outputLimit());
    }

    /** Serves until a front end asks for the end. */
    public void run() throws InterruptedException {
        PrintStream console = System.err; // cells print elsewhere from here on
        FutureTask<Session> opening = new FutureTask<>(() -> new Session(publisher, settings.compilerOptions()));
        try (SystemStreams streams = SystemStreams.to(publisher)) {
            new Thread(opening, "opening").start(); // the compiler starts while the sockets open
            History history = History.in(settings.historyFile());
            MessageCodec codec = new MessageCodec(new Signer(connection.signatureScheme(), connection.key()));
            try (Channels channels = new Channels(
                            connection, codec, headers, complaint -> console.println("crosscountry: " + complaint));
                    Session session = opened(opening)) {
                settings.prepare(session);
                Detached detached = new Detached(session);
                Runnable interrupt =
                        () -> { // in this order: what a cell keeps of its work when it ends now is still to be drawn
                            detached.interrupt();
                            session.interrupt();
                        };
                Execution execution = new Execution(session, publisher, history, settings.timeout(), detached);
                CommRequests comms = new CommRequests(publisher, session, publisher.comms());
                ShellRequests shell = new ShellRequests(
                        publisher, execution, new Answers(session, connection), history, comms::settle, detached);
                ControlRequests control = new ControlRequests(publisher, interrupt);
                Thread sender = new Thread(() -> publisher.send(channels), "sender");
                sender.start();
                publisher.status(null, "starting");
                Thread cells = new Thread(shell::serve, "cells");
                cells.setDaemon(true);
                cells.start();
                comms.start();
                endWithParent(settings);
                Signal.handle(new Signal("INT"), signal -> interrupt.run());
                channels.start((channel, message) -> route(channel, message, shell, control, comms));
                control.serve();
                publisher.close();
                sender.join();
            }
        }
    }

    /** Ends this kernel when its parent does: a front end that dies silently would leave it running. */
    private static void endWithParent(Settings settings) {
        settings.parent()
                .flatMap(ProcessHandle::of)
                .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private static Session opened(FutureTask<Session> opening) throws InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException told ? told : new IllegalStateException(e.getCause());
        }
    }

    private void route(
            Channel channel, Message message, ShellRequests shell, ControlRequests control, CommRequests comms) {
        if (channel == Channel.STDIN) {
            publisher.prompt().answer(message);
        } else if (channel == Channel.CONTROL || message.type().equals("shutdown_request")) {
            control.add(channel, message); // clients of protocol 5.0 ask for the end on the shell channel
        } else if (CommRequests.takes(message)) {
            comms.add(message);
        } else {
            shell.add(message);
        }
    }
}
