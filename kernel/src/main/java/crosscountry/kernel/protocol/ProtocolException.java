package crosscountry.kernel.protocol;

/** A message that does not follow the protocol; the kernel drops it. */
public final class ProtocolException extends Exception {

    public ProtocolException(String message) {
        super(message);
    }
}
