package crosscountry.kernel.display.widget;

/**
 * A connection between Java and a page, opened by either. Data are JSON values: strings, numbers, booleans, lists,
 * maps, null.
 */
public interface Comm {
    String id();

    String target();

    void send(Object data, byte[]... buffers);

    /** Closes it on both sides; later messages are lost. */
    void close();

    /** Calls the listener for each message of the page, on a thread of the front end. */
    Comm onMessage(WidgetModel.MessageListener listener);

    Comm onClose(Runnable listener);
}
