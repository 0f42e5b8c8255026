package crosscountry.kernel.shell;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes a print stream into text for a front end; a character split between two writes waits for its second half. */
final class TextStream extends OutputStream {
    private final Frontend frontend;
    private final String name;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = {};

    private TextStream(Frontend frontend, String name) {
        this.frontend = frontend;
        this.name = name;
    }

    static PrintStream to(Frontend frontend, String name) {
        return new PrintStream(new TextStream(frontend, name), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        ByteBuffer in = ByteBuffer.allocate(rest.length + length)
                .put(rest)
                .put(bytes, from, length)
                .flip();
        CharBuffer text = CharBuffer.allocate(in.remaining());
        decoder.decode(in, text, false);
        rest = new byte[in.remaining()];
        in.get(rest);
        text.flip();
        if (text.hasRemaining()) {
            frontend.print(name, text.toString());
        }
    }
}
