package crosscountry.kernel.command.session;

/**
 * Takes values, so that the JIT compiler cannot leave out the code that makes them or fold a loop into one step: each
 * is compared with a volatile field, which costs a load.
 */
public final class Sink {
    private volatile long number = 0x5851f42d4c957f2dL;
    private volatile Object object = new Object();

    public void keep(long value) {
        if (value == number) {
            number++;
        }
    }

    public void keep(double value) {
        keep(Double.doubleToRawLongBits(value));
    }

    public void keep(boolean value) {
        keep(value ? 1L : 0L);
    }

    public void keep(Object value) {
        if (value == object) {
            object = new Object();
        }
    }
}
