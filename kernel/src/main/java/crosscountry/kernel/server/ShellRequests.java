package crosscountry.kernel.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import crosscountry.kernel.channels.Channel;
import crosscountry.kernel.channels.Messages;
import crosscountry.kernel.display.ThrownText;
import crosscountry.kernel.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;

/** The shell channel: one request after the other, each between busy and idle. */
final class ShellRequests {
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final Publisher publisher;
    private final Execution execution;
    private final Answers answers;
    private final History history;
    private final Runnable before;
    private final Detached detached;

    /**
     * @param before what is done before each cell
     * @param detached where completion and inspection work
     */
    ShellRequests(
            Publisher publisher,
            Execution execution,
            Answers answers,
            History history,
            Runnable before,
            Detached detached) {
        this.publisher = publisher;
        this.execution = execution;
        this.answers = answers;
        this.history = history;
        this.before = before;
        this.detached = detached;
    }

    void add(Message request) {
        waiting.add(request);
    }

    /** Serves until the thread is interrupted for good. */
    void serve() {
        while (true) {
            try {
                answer(waiting.take());
            } catch (InterruptedException late) {
                // an interrupt of a cell that had just ended
            } catch (Throwable lost) {
                // for lack of memory there was no answer; the next request finds this thread waiting
            }
        }
    }

    private void answer(Message request) {
        publisher.status(request, "busy");
        try {
            if (request.type().equals("execute_request")) {
                before.run();
                List<Message> behind = new ArrayList<>();
                execution.run(request, () -> waiting.drainTo(behind));
                abort(behind);
            } else {
                other(request);
            }
        } catch (Throwable thrown) {
            ObjectNode failure = failure(
                    thrown.getClass().getSimpleName(),
                    "the kernel could not answer " + request.type() + ": " + ThrownText.message(thrown));
            publisher.reply(Channel.SHELL, request, request.type().replace("_request", "_reply"), failure);
        } finally {
            publisher.status(request, "idle");
        }
    }

    private ObjectNode detached(Callable<ObjectNode> question) {
        try {
            return detached.run(question);
        } catch (Detached.Interrupted stopped) {
            return failure("Interrupted", "the question was interrupted");
        }
    }

    private static ObjectNode failure(String kind, String why) {
        ObjectNode failure =
                Messages.content().put("status", "error").put("ename", kind).put("evalue", why);
        failure.putArray("traceback");
        return failure;
    }

    private void other(Message request) {
        ObjectNode reply = switch (request.type()) {
            case "kernel_info_request" -> Answers.kernelInfo();
            case "complete_request" -> detached(() -> answers.complete(request.content()));
            case "inspect_request" -> detached(() -> answers.inspect(request.content()));
            case "is_complete_request" -> answers.isComplete(request.content());
            case "history_request" -> history.answer(request.content());
            case "connect_request" -> answers.connect();
            default -> null;
        };
        if (reply != null) {
            publisher.reply(Channel.SHELL, request, request.type().replace("_request", "_reply"), reply);
        }
    }

    /** Aborts the cells that wait behind one that failed; other requests among them are served. */
    private void abort(List<Message> behind) {
        for (Message one : behind) {
            if (one.type().equals("execute_request")) {
                publisher.status(one, "busy");
                execution.abort(one);
                publisher.status(one, "idle");
            } else {
                answer(one);
            }
        }
    }
}
