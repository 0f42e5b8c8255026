package crosscountry.kernel.channels;

/** A channel on which the kernel sends; the heartbeat only echoes and stands apart. */
public enum Channel {
    SHELL,
    CONTROL,
    STDIN,
    IOPUB
}
