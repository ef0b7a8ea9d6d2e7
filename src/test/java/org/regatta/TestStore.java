package org.regatta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The S3 server of every test application. Nobody listens at its address but while a test has opened it. */
public final class TestStore implements AutoCloseable {

    private static final int PORT = freePort();

    private final Path folder;
    private S3Proxy server;

    /** An empty store that answers. */
    public TestStore() {
        try {
            folder = Files.createTempDirectory("regatta-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Its address, the same in all tests of this JVM. */
    public static String address() {
        return "http://127.0.0.1:" + PORT;
    }

    /** Answers again after {@link #stop}, with everything it had. */
    public void start() {
        try {
            server = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .endpoint(URI.create(address()))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "for-tests", "canary-s3-secret-key")
                    .corsRules(new CrossOriginResourceSharing())
                    .ignoreUnknownHeaders(true)
                    .build();
            server.start();
        } catch (Exception refused) { // as the library declares it
            throw new IllegalStateException(refused);
        }
    }

    /** Answers nobody. */
    public void stop() {
        try {
            server.stop();
        } catch (Exception refused) { // as the library declares it
            throw new IllegalStateException(refused);
        }
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
