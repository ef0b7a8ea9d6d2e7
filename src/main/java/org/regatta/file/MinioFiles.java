package org.regatta.file;

import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.ListMultipartUploadsArgs;
import io.minio.ListPartsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.ListMultipartUploadsResult.Upload;
import io.minio.messages.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The object store, spoken to in S3 through MinIO's client. A dead store does not keep Regatta from starting; every
 * method throws {@link StoreUnreachable} where it does not answer or refuses our keys.
 */
@Component
class MinioFiles {

    private static final Logger log = LoggerFactory.getLogger(MinioFiles.class);
    private static final Set<String> GONE = Set.of("NoSuchKey", "NoSuchUpload", "NoSuchBucket");
    // stores differ; a bucket that is somebody else's is refused with the first object
    private static final Set<String> MADE = Set.of("BucketAlreadyOwnedByYou", "BucketAlreadyExists");
    /** Answers to a list, of which there may be more. */
    private static final int PARTS_AT_ONCE = 1_000;

    private final FileProperties properties;
    private final MinioAsyncClient client;
    private final MinioAsyncClient patient;
    private final MinioClient plain;

    MinioFiles(FileProperties properties) {
        this.properties = properties;
        this.client = client(properties.timeout());
        this.patient = client(properties.assembly());
        this.plain = MinioClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(Presigner.REGION)
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http(properties.timeout()))
                .build();
    }

    private MinioAsyncClient client(Duration answer) {
        return MinioAsyncClient.builder()
                .endpoint(properties.endpoint().toString())
                .region(Presigner.REGION) // else the client asks the server before its first call
                .credentials(properties.accessKey(), properties.secretKey())
                .httpClient(http(answer))
                .build();
    }

    private OkHttpClient http(Duration answer) {
        return new OkHttpClient.Builder()
                .connectTimeout(properties.timeout())
                .readTimeout(answer)
                .writeTimeout(properties.timeout())
                .build();
    }

    /** Whether the bucket is there. */
    boolean hasBucket() {
        return ask(() -> client.bucketExists(
                BucketExistsArgs.builder().bucket(properties.bucket()).build()));
    }

    MinioClient client() {
        return plain;
    }

    String bucket() {
        return properties.bucket();
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        try {
            if (!hasBucket()) {
                makeBucket();
            }
        } catch (StoreUnreachable dead) {
            log.warn("Object store not ready, files cannot be kept endpoint={}", properties.endpoint());
        }
    }

    /** Begins the upload of an object in parts; returns its id. */
    String begin(String key) {
        var args = CreateMultipartUploadArgs.builder()
                .bucket(properties.bucket())
                .object(key)
                .build();
        return ifThere(() -> client.createMultipartUpload(args))
                .orElseGet(() -> {
                    makeBucket(); // the store was dead when Regatta started
                    return ask(() -> client.createMultipartUpload(args));
                })
                .result()
                .uploadId();
    }

    /** The parts that have arrived, by number; empty if there is no such upload any more. */
    Optional<List<Part>> parts(String key, String uploadId) {
        var all = new ArrayList<Part>();
        Integer marker = null;
        do {
            var args = ListPartsArgs.builder()
                    .bucket(properties.bucket())
                    .object(key)
                    .uploadId(uploadId)
                    .maxParts(PARTS_AT_ONCE)
                    .partNumberMarker(marker)
                    .build();
            var page = ifThere(() -> client.listParts(args));
            if (page.isEmpty()) {
                return Optional.empty();
            }
            all.addAll(page.get().result().parts());
            marker = page.get().result().isTruncated() ? page.get().result().nextPartNumberMarker() : null;
        } while (marker != null);
        return Optional.of(all);
    }

    /** Puts the parts together; the addresses of the parts are worth nothing afterwards. */
    void assemble(String key, String uploadId, List<Part> parts) {
        ask(() -> patient.completeMultipartUpload(CompleteMultipartUploadArgs.builder()
                .bucket(properties.bucket())
                .object(key)
                .uploadId(uploadId)
                .parts(parts.toArray(Part[]::new))
                .build()));
    }

    /** Gives an upload up; nothing happens where there is none. */
    void abort(String key, String uploadId) {
        var args = AbortMultipartUploadArgs.builder()
                .bucket(properties.bucket())
                .object(key)
                .uploadId(uploadId)
                .build();
        ifThere(() -> client.abortMultipartUpload(args));
    }

    /** The object's size in bytes; empty if there is none. */
    Optional<Long> size(String key) {
        return ifThere(() -> client.statObject(StatObjectArgs.builder()
                        .bucket(properties.bucket())
                        .object(key)
                        .build()))
                .map(stat -> stat.size());
    }

    /** Bytes of an object. */
    byte[] read(String key, long offset, int length) {
        var args = GetObjectArgs.builder()
                .bucket(properties.bucket())
                .object(key)
                .offset(offset)
                .length((long) length)
                .build();
        try (var content = ask(() -> client.getObject(args))) {
            return content.readNBytes(length);
        } catch (IOException broken) {
            throw unreachable(broken);
        }
    }

    /** Deletes an object; nothing happens where there is none. */
    void delete(String key) {
        var args = RemoveObjectArgs.builder()
                .bucket(properties.bucket())
                .object(key)
                .build();
        ifThere(() -> client.removeObject(args).thenApply(nothing -> key));
    }

    /** Uploads that have begun and not ended, at most a thousand. */
    List<Upload> openUploads() {
        return ifThere(() -> client.listMultipartUploads(ListMultipartUploadsArgs.builder()
                        .bucket(properties.bucket())
                        .maxUploads(PARTS_AT_ONCE)
                        .build()))
                .map(answer -> answer.result().uploads())
                .orElse(List.of());
    }

    /** Another node, or another request, may have made it meanwhile. */
    void makeBucket() {
        try {
            ask(() -> client.makeBucket(
                    MakeBucketArgs.builder().bucket(properties.bucket()).build()));
            log.info("Bucket made bucket={}", properties.bucket());
        } catch (StoreUnreachable refused) {
            if (!answered(refused, MADE)) {
                throw refused;
            }
        }
    }

    private <T> T ask(Supplier<CompletableFuture<T>> request) {
        try {
            return request.get().join();
        } catch (CompletionException failed) {
            throw unreachable(failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /** Empty where the store answers that it has no such thing. */
    private <T> Optional<T> ifThere(Supplier<CompletableFuture<T>> request) {
        try {
            return Optional.of(ask(request));
        } catch (StoreUnreachable refused) {
            if (answered(refused, GONE)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static boolean answered(StoreUnreachable refused, Set<String> codes) {
        return refused.getCause() instanceof ErrorResponseException answer
                && codes.contains(answer.errorResponse().code());
    }

    private StoreUnreachable unreachable(Throwable cause) {
        return new StoreUnreachable(cause);
    }
}
