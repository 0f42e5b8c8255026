package crosscountry.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code System.in} of cells: reading past what was typed asks the front end for another line. */
final class AskedInput extends InputStream {
    private final Frontend frontend;
    private byte[] line = {};
    private int at;

    AskedInput(Frontend frontend) {
        this.frontend = frontend;
    }

    @Override
    public synchronized int read() throws IOException {
        if (at == line.length) {
            fill();
        }
        return line[at++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == line.length) {
            fill();
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, from, count);
        at += count;
        return count;
    }

    @Override
    public synchronized int available() {
        return line.length - at;
    }

    private void fill() throws IOException {
        line = (frontend.input("", false) + "\n").getBytes(StandardCharsets.UTF_8);
        at = 0;
    }
}
