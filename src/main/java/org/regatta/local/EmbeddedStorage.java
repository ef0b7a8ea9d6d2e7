package org.regatta.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.regatta.ops.StartRefused;

/** An S3 server over a folder, on the loopback address. */
final class EmbeddedStorage implements AutoCloseable {

    private final S3Proxy server;

    private EmbeddedStorage(S3Proxy server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @throws StartRefused if folder or port cannot be used
     * @throws Exception as the library declares it
     */
    static EmbeddedStorage start(Path folder, int port, String accessKey, String secretKey) throws Exception {
        try {
            Files.createDirectories(folder);
            var server = S3Proxy.builder()
                    .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                    .corsRules(new CrossOriginResourceSharing())
                    .ignoreUnknownHeaders(true)
                    .build();
            server.start();
            return new EmbeddedStorage(server);
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded S3 server did not start: " + e.getMessage(),
                    "Give it a port of its own with REGATTA_LOCAL_STORAGE_PORT, or mend the folder " + folder + ".");
        }
    }

    @Override
    public void close() throws Exception { // as the library declares it
        server.stop();
    }
}
