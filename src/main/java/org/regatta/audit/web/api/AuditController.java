package org.regatta.audit.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.regatta.audit.AuditEntryView;
import org.regatta.audit.AuditLog;
import org.regatta.shared.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what in a competition. */
@RestController
@RequestMapping("/api/v1/competitions/{competitionId}/audit")
@Tag(name = "Audit")
class AuditController {

    /** A part of the log, the latest entry first. */
    record Entries(List<AuditEntryView> items, int page, int size, long total) {}

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    Entries list(
            @PathVariable UUID competitionId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var found = log.of(competitionId, new PageRequest(page, size));
        return new Entries(found.items(), found.number(), found.size(), found.total());
    }
}
