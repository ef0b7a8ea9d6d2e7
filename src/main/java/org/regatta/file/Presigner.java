package org.regatta.file;

import io.minio.Signer;
import io.minio.Time;
import io.minio.Utils;
import io.minio.errors.MinioException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.springframework.stereotype.Component;

/**
 * Signs addresses that browsers use without Regatta in between (AWS signature version 4, in the query). What they send is
 * signed with its length, so that nobody can store more than was announced.
 */
@Component
class Presigner {

    /** Of every bucket; S3 servers of one's own have no other. */
    static final String REGION = "us-east-1";

    private final FileProperties properties;
    private final Clock clock;

    Presigner(FileProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Where to PUT a part that is exactly this long. */
    URI part(String key, String uploadId, int number, long sizeBytes) {
        var url = object(key)
                .addEncodedQueryParameter("partNumber", Integer.toString(number))
                .addEncodedQueryParameter("uploadId", Utils.encode(uploadId))
                .build();
        var request = new Request.Builder()
                .url(url)
                .put(RequestBody.create(new byte[0]))
                .header("Content-Length", Long.toString(sizeBytes));
        return sign(request, url, properties.uploadLink());
    }

    /** Where to GET a file as an attachment of this name; as bytes of no type, so that no browser opens them in place. */
    URI download(String key, String name) {
        var url = object(key)
                .addEncodedQueryParameter("response-content-disposition", Utils.encode(attachment(name)))
                .addEncodedQueryParameter("response-content-type", Utils.encode("application/octet-stream"))
                .build();
        return sign(new Request.Builder().url(url), url, properties.downloadLink());
    }

    private HttpUrl.Builder object(String key) {
        var endpoint = HttpUrl.get(properties.shownEndpoint());
        if (endpoint == null) {
            throw new IllegalStateException("regatta.file.public-endpoint is no http address");
        }
        return endpoint.newBuilder().addPathSegment(properties.bucket()).addPathSegment(key);
    }

    private URI sign(Request.Builder request, HttpUrl url, Duration valid) {
        try {
            return Signer.presignV4(
                            request.header("Host", host(url))
                                    .header(
                                            "X-Amz-Date",
                                            clock.instant()
                                                    .atZone(ZoneOffset.UTC)
                                                    .format(Time.AMZ_DATE_FORMAT))
                                    .build(),
                            REGION,
                            properties.accessKey(),
                            properties.secretKey(),
                            Math.toIntExact(valid.toSeconds()))
                    .uri();
        } catch (MinioException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is missing", impossible);
        }
    }

    private static String host(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    /** RFC 6266: a plain name for old readers, the real one beside it. */
    private static String attachment(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var one : name.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (one & 0xff);
            if (letter < 128 && (Character.isLetterOrDigit(letter) || "-._~".indexOf(letter) >= 0)) {
                text.append(letter);
            } else {
                text.append('%').append(String.format("%02X", (int) letter));
            }
        }
        return text.toString();
    }
}
