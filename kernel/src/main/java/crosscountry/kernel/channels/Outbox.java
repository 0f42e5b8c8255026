package crosscountry.kernel.channels;

import crosscountry.kernel.protocol.Message;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything on its way out, in order. User threads only append here and never touch a socket: an interrupt inside
 * JeroMQ would close its wake-up pipe, and with it the kernel. Adjacent text of one stream is joined into one message:
 * text waits up to {@value #BATCH_MILLIS} ms for more, everything else leaves at once.
 */
public final class Outbox {
    private static final int BATCH_MILLIS = 10;
    private static final int BATCH_CHARS = 1 << 16;
    private static final int FULL_CHARS = 1 << 22;

    /** What the sender thread takes: a message, or text of a stream. */
    public sealed interface Item {
        /** A message ready to go. */
        record Ready(Channel channel, Message message) implements Item {}

        /** Text of {@code stdout} or {@code stderr} that belongs to {@code parent}. */
        record Text(String stream, Message parent, StringBuilder text) implements Item {}
    }

    private final Deque<Item> items = new ArrayDeque<>();
    private int chars;
    private int ready;
    private long firstText;
    private boolean closed;

    /** Appends a message. */
    public synchronized void add(Channel channel, Message message) {
        items.add(new Item.Ready(channel, message));
        ready++;
        notifyAll();
    }

    /** Appends text; blocks while millions of characters wait, so that a runaway loop cannot fill the heap. */
    public synchronized void write(String stream, Message parent, CharSequence text) {
        while (chars > FULL_CHARS && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (items.peekLast() instanceof Item.Text last
                && last.stream.equals(stream)
                && last.parent == parent
                && last.text.length() < BATCH_CHARS) {
            last.text.append(text);
        } else {
            items.add(new Item.Text(stream, parent, new StringBuilder(text)));
        }
        boolean wasEmpty = chars == 0;
        chars += text.length();
        if (wasEmpty) {
            firstText = System.nanoTime();
        }
        if (wasEmpty || chars >= BATCH_CHARS) {
            notifyAll();
        }
    }

    /** The next item, or null after {@link #close} when nothing is left. */
    public synchronized Item take() throws InterruptedException {
        while (true) {
            if (items.isEmpty()) {
                if (closed) {
                    return null;
                }
                wait();
                continue;
            }
            long due = firstText + BATCH_MILLIS * 1_000_000L - System.nanoTime();
            if (ready == 0 && chars < BATCH_CHARS && due > 0 && !closed) {
                wait(due / 1_000_000 + 1);
                continue;
            }
            Item item = items.poll();
            if (item instanceof Item.Text text) {
                chars -= text.text.length();
            } else {
                ready--;
            }
            notifyAll();
            return item;
        }
    }

    /** Lets {@link #take} return null once everything has left. */
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
