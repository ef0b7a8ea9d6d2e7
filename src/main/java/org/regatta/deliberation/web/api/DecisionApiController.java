package org.regatta.deliberation.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionView;
import org.regatta.deliberation.Decisions;
import org.regatta.deliberation.NewDecision;
import org.regatta.deliberation.Outcome;
import org.regatta.deliberation.ReleasedDecision;
import org.regatta.deliberation.feedback.TeamResult;
import org.regatta.deliberation.feedback.TeamResults;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The decisions of a deliberation round, and those released about a project. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Decisions")
class DecisionApiController {

    private static final int MOST = 10_000;

    private final Decisions decisions;
    private final TeamResults results;

    DecisionApiController(Decisions decisions, TeamResults results) {
        this.decisions = decisions;
        this.results = results;
    }

    /** Decisions as they are sent, all or nothing. */
    record DecisionList(@NotNull @Size(max = MOST) List<@NotNull @Valid DecisionBody> decisions) {}

    /** One decision as it is sent. */
    record DecisionBody(
            @NotNull UUID projectId,
            @NotNull Outcome outcome,
            @Nullable Integer place,
            @Nullable String award,
            @Nullable String reason) {

        NewDecision decision() {
            return new NewDecision(projectId, outcome, place, award, reason == null ? "" : reason);
        }
    }

    @GetMapping("/rounds/{roundId}/decisions")
    @Operation(summary = "The decisions of a deliberation round as they are prepared, the best ranked first")
    Page<DecisionView> of(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return decisions.of(roundId, new PageRequest(page, size));
    }

    @PostMapping("/rounds/{roundId}/decisions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Write decisions, all or none")
    void decide(@PathVariable UUID roundId, @Valid @RequestBody DecisionList list) {
        decisions.decide(
                roundId, list.decisions().stream().map(DecisionBody::decision).toList());
    }

    @GetMapping("/projects/{projectId}/decisions")
    @Operation(summary = "What has been decided about a project and released, the oldest first")
    Page<ReleasedDecision> released(@PathVariable UUID projectId) {
        return Page.whole(decisions.released(projectId));
    }

    @GetMapping("/projects/{projectId}/results")
    @Operation(
            summary = "What the released decisions on the own team's project rested on, as far as the rounds tell it")
    Page<TeamResult> results(@PathVariable UUID projectId) {
        return Page.whole(results.of(projectId));
    }
}
