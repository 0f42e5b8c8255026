package crosscountry.kernel.display.widget;

/** Receives the comms that a page opens under a name. */
public interface CommTarget {
    void opened(Comm comm, Object data);
}
