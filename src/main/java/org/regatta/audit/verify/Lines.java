package org.regatta.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads bytes line by line; no byte is changed, and only a line feed ends a line. */
final class Lines implements AutoCloseable {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; null behind the last. */
    byte @Nullable [] next() throws IOException {
        if (at == filled && !fill()) {
            return null;
        }
        var line = new ByteArrayOutputStream(512);
        do {
            var from = at;
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            line.write(buffer, from, at - from);
        } while (at == filled && fill());
        at = Math.min(at + 1, filled); // behind the line feed
        return line.toByteArray();
    }

    private boolean fill() throws IOException {
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
