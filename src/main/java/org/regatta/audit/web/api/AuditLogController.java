package org.regatta.audit.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditEntryView;
import org.regatta.audit.AuditExports;
import org.regatta.audit.AuditLog;
import org.regatta.audit.AuditQuery;
import org.regatta.audit.chain.SealState;
import org.regatta.audit.chain.VerificationView;
import org.regatta.identity.NotVisible;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, wherever the caller may read it; and the proof that nobody changed it. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
class AuditLogController {

    private final AuditLog log;
    private final AuditExports exports;

    AuditLogController(AuditLog log, AuditExports exports) {
        this.log = log;
        this.exports = exports;
    }

    /**
     * A part of the log, the latest first.
     *
     * @param next what {@code before} must be to read on; absent at the end
     */
    record Part(List<AuditEntryView> items, @Nullable UUID next) {}

    /** How far the log is sealed, and what the last verification said; both absent before the first. */
    record State(@Nullable SealState seal, @Nullable VerificationView verification) {}

    /** The parameters of a search. */
    record Wanted(
            @Nullable String person,
            @Nullable String subject,
            @Nullable String type,
            @Nullable UUID competition,
            @Nullable Instant from,
            @Nullable Instant until) {

        AuditQuery query() {
            return new AuditQuery(person, subject, type, competition, from, until);
        }
    }

    @GetMapping
    Part search(
            Wanted wanted,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "50") int size) {
        var most = new PageRequest(0, size).size();
        var found = log.search(wanted.query(), before, most);
        exports.tookList("audit.json", found.size());
        return new Part(found, found.size() < most ? null : found.getLast().id());
    }

    @GetMapping("/seal")
    State seal() {
        log.search(AuditQuery.ALL, null, 1); // refuses whoever has no log to read
        return new State(exports.seal().orElse(null), exports.verification().orElse(null));
    }

    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void verify() {
        exports.verify();
    }

    @GetMapping(path = "/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    String checkpoint() {
        return exports.checkpoint().orElseThrow(NotVisible::new);
    }

    @GetMapping(path = "/bundle", produces = "application/zip")
    void bundle(HttpServletResponse response) throws IOException {
        exports.requireBundle();
        response.setContentType("application/zip");
        exports.writeBundle(response.getOutputStream());
    }
}
