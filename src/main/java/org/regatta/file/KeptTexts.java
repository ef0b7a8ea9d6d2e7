package org.regatta.file;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps small texts in the object store, outside of the database. Every method ends with {@link UncheckedIOException} where the store does not do its part. */
@Component
public class KeptTexts {

    private final MinioFiles files;

    KeptTexts(MinioFiles files) {
        this.files = files;
    }

    /** Keeps a text under a key, in the place of what was there. */
    public void keep(String key, String text) {
        try {
            put(key, text);
        } catch (ErrorResponseException refused) {
            if (!refused.errorResponse().code().equals("NoSuchBucket")) {
                throw failed(refused);
            }
            keepInNewBucket(key, text);
        } catch (MinioException | IllegalStateException e) { // the client wraps a refused connection in the latter
            throw failed(e);
        }
    }

    /** The store was dead when Regatta started. */
    private void keepInNewBucket(String key, String text) {
        try {
            files.makeBucket();
            put(key, text);
        } catch (MinioException | IllegalStateException | StoreUnreachable e) {
            throw failed(e);
        }
    }

    private void put(String key, String text) throws MinioException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        files.client()
                .putObject(PutObjectArgs.builder().bucket(files.bucket()).object(key).stream(
                                new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                        .contentType("text/plain; charset=utf-8")
                        .build());
    }

    /** The text under this key. */
    public String read(String key) {
        try (var in = files.client()
                .getObject(GetObjectArgs.builder()
                        .bucket(files.bucket())
                        .object(key)
                        .build())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (MinioException | IllegalStateException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys under a prefix that sort behind {@code after}, in their order. */
    public List<String> keys(String prefix, String after) {
        var keys = new ArrayList<String>();
        try {
            for (var found : files.client()
                    .listObjects(ListObjectsArgs.builder()
                            .bucket(files.bucket())
                            .prefix(prefix)
                            .startAfter(after)
                            .recursive(true)
                            .build())) {
                keys.add(found.get().objectName());
            }
        } catch (MinioException | IllegalStateException e) {
            throw failed(e);
        }
        return keys;
    }

    private static UncheckedIOException failed(Exception cause) {
        return new UncheckedIOException(new IOException("The object store does not answer as it should", cause));
    }
}
