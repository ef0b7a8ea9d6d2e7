package org.regatta.competition.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.IncidentView;
import org.regatta.workflow.Incidents;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the processes of a competition could not do. */
@RestController
@RequestMapping("/api/v1/competitions/{competitionId}/incidents")
@Tag(name = "Incidents")
class IncidentController {

    private final Competitions competitions;
    private final Incidents incidents;

    IncidentController(Competitions competitions, Incidents incidents) {
        this.competitions = competitions;
        this.incidents = incidents;
    }

    /** How many are tried again. */
    record Retried(int retried) {}

    @GetMapping
    @Operation(summary = "What stands still because something failed, the oldest first")
    Page<IncidentView> list(
            @PathVariable UUID competitionId,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return incidents.of(competitions.get(competitionId).place(), round, new PageRequest(page, size));
    }

    @PostMapping("/{incidentId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have one tried again at once; it comes back if it fails again")
    void retry(@PathVariable UUID competitionId, @PathVariable String incidentId) {
        incidents.retry(competitions.get(competitionId).place(), incidentId);
    }

    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Have everything tried again that stands still, at most 500")
    Retried retryAll(@PathVariable UUID competitionId, @RequestParam(required = false) @Nullable UUID round) {
        return new Retried(incidents.retryAll(competitions.get(competitionId).place(), round));
    }
}
