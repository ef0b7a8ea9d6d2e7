package org.regatta.identity.web.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Sha256;

/** A request whose content was read to compare it with an earlier one, and can be read again by the handler. */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private final byte @Nullable [] body;
    private final byte[] hash;

    /**
     * Reads the content.
     *
     * @throws BodyTooLarge if it is larger than {@code maxBytes} and no upload, which lies on disk
     */
    RepeatableRequest(HttpServletRequest request, int maxBytes) throws IOException, ServletException {
        super(request);
        var digest = Sha256.begin();
        add(digest, request.getMethod());
        add(digest, request.getRequestURI());
        add(digest, String.valueOf(request.getQueryString()));
        add(digest, mediaType(request));
        if (mediaType(request).equals("multipart/form-data")) {
            this.body = null;
            for (var part : request.getParts()) {
                add(digest, part);
            }
        } else {
            var content = request.getInputStream().readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw new BodyTooLarge(maxBytes);
            }
            this.body = content;
            digest.update(content);
        }
        this.hash = digest.digest();
    }

    /** Of method, path, query and content; a multipart boundary does not count. */
    byte[] hash() {
        return hash.clone();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Content(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        var encoding = getCharacterEncoding();
        var charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return body == null
                ? super.getReader()
                : new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), charset));
    }

    private static String mediaType(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType());
        var end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static void add(MessageDigest digest, Part part) throws IOException {
        add(digest, part.getName());
        add(digest, String.valueOf(part.getSubmittedFileName()));
        add(digest, Long.toString(part.getSize()));
        try (var content = part.getInputStream()) {
            var buffer = new byte[8192];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static final class Content extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Content(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The content was read already; there is nothing to listen for");
        }
    }
}
