package org.regatta.identity.password;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks whether a password was lost elsewhere, by the range protocol of Pwned Passwords: only the first five digits of its
 * SHA-1 leave this server, and the answer is padded. A service that is dead, slow or talks nonsense forbids nothing.
 */
@Component
class BreachedPasswords {

    private static final Logger LOG = LoggerFactory.getLogger(BreachedPasswords.class);
    private static final int PREFIX = 5;

    private final PasswordProperties properties;
    private final HttpClient http;

    BreachedPasswords(PasswordProperties properties) {
        this.properties = properties;
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.breachListTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Whether the list has it; false where it cannot be asked. */
    boolean contains(String password) {
        var list = properties.breachListUrl();
        if (list == null) {
            return false;
        }
        var hash = sha1(password);
        var request = HttpRequest.newBuilder(
                        URI.create(list.toString().replaceAll("/+$", "") + "/range/" + hash.substring(0, PREFIX)))
                .timeout(properties.breachListTimeout())
                .header("Add-Padding", "true")
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    && answer.body().lines().anyMatch(line -> names(line.strip(), hash.substring(PREFIX)));
        } catch (IOException e) {
            LOG.warn("The list of breached passwords does not answer", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A line is the rest of a hash and how often it was seen; padding was seen zero times. */
    private static boolean names(String line, String rest) {
        return line.regionMatches(true, 0, rest + ":", 0, rest.length() + 1)
                && !line.substring(rest.length() + 1).strip().equals("0");
    }

    private static String sha1(String password) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
