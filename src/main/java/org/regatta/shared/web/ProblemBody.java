package org.regatta.shared.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.springframework.http.HttpStatus;

/**
 * What a refused request is told, in the shape of RFC 9457.
 *
 * @param type names the problem for programs; {@code urn:regatta:problem:} and the code
 * @param title the status in words
 * @param status of HTTP
 * @param detail one sentence that says what is wrong and what to do
 * @param instance the path that was asked for
 * @param code the problem's name in camelCase
 * @param findings what is wrong with the input and where; empty where the detail says it all
 * @param requestId by which the log can be searched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        URI type,
        String title,
        int status,
        String detail,
        URI instance,
        String code,
        List<Finding> findings,
        @Nullable String requestId) {

    /** Content type on the wire. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Refusal refusal, URI instance, @Nullable String requestId) {
        HttpStatus status = refusal.status();
        return new ProblemBody(
                URI.create("urn:regatta:problem:" + refusal.code()),
                status.getReasonPhrase(),
                status.value(),
                refusal.detail(),
                instance,
                refusal.code(),
                refusal.findings(),
                requestId);
    }
}
