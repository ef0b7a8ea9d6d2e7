package org.regatta.audit.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.regatta.audit.AuditEntryView;
import org.regatta.audit.AuditExports;
import org.regatta.audit.AuditLog;
import org.regatta.shared.Page;
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

    private final AuditLog log;
    private final AuditExports exports;

    AuditController(AuditLog log, AuditExports exports) {
        this.log = log;
        this.exports = exports;
    }

    @GetMapping
    Page<AuditEntryView> list(
            @PathVariable UUID competitionId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var entries = log.of(competitionId, new PageRequest(page, size));
        exports.sawList("audit.history", competitionId, competitionId, entries.items());
        return entries;
    }
}
