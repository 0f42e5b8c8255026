package crosscountry.kernel.display.widget;

/** Hears of comms that a page opens under a name. */
public interface CommTarget {
    void opened(Comm comm, Object data);
}
