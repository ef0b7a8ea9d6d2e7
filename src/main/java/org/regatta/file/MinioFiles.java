package org.regatta.file;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The object store, spoken to in S3 through MinIO's client. A dead store does not keep Regatta from starting. */
@Component
class MinioFiles {

    private static final Logger log = LoggerFactory.getLogger(MinioFiles.class);

    private final FileProperties properties;
    private final MinioClient client;

    MinioFiles(FileProperties properties) {
        this.properties = properties;
        var http = new OkHttpClient.Builder()
                .connectTimeout(properties.timeout())
                .readTimeout(properties.timeout())
                .writeTimeout(properties.timeout())
                .build();
        this.client = MinioClient.builder()
                .endpoint(properties.endpoint().toString())
                .region("us-east-1") // else the client asks the server before its first call
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http)
                .build();
    }

    /**
     * Whether the bucket is there.
     *
     * @throws MinioException if the store cannot be reached or refuses the keys
     */
    boolean hasBucket() throws MinioException {
        return client.bucketExists(
                BucketExistsArgs.builder().bucket(properties.bucket()).build());
    }

    MinioClient client() {
        return client;
    }

    String bucket() {
        return properties.bucket();
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeBucket() {
        try {
            if (!hasBucket()) {
                client.makeBucket(
                        MakeBucketArgs.builder().bucket(properties.bucket()).build());
                log.info("Bucket made bucket={}", properties.bucket());
            }
        } catch (MinioException | IllegalStateException e) { // the client wraps a refused connection in the latter
            log.warn(
                    "Object store not ready, files cannot be kept endpoint={} cause={}",
                    properties.endpoint(),
                    e.toString());
        }
    }
}
