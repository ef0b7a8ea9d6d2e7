package org.regatta.evaluation.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.Replacements;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives what a juror has not handed in to others. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Assignments")
class ReplacementController {

    private final Replacements replacements;

    ReplacementController(Replacements replacements) {
        this.replacements = replacements;
    }

    /**
     * What could be done.
     *
     * @param open evaluations that are not in
     */
    record Outlook(int open, List<Replacements.Candidate> candidates) {}

    /**
     * What is wanted.
     *
     * @param replacementId a juror; null to spread the work over those who are free
     */
    record Wish(@Nullable UUID replacementId, @NotNull String reason) {}

    @GetMapping("/rounds/{roundId}/jurors/{jurorId}/replacement")
    @Operation(
            summary =
                    "What a juror has not handed in, and who could take over: who may take most, then the least busy first")
    Outlook outlook(@PathVariable UUID roundId, @PathVariable UUID jurorId) {
        return new Outlook(replacements.open(roundId, jurorId), replacements.candidates(roundId, jurorId));
    }

    @PostMapping("/rounds/{roundId}/jurors/{jurorId}/replacement")
    @Operation(summary = "Give it to one of them, or spread it; what nobody is free for stays")
    Replacements.Outcome replace(
            @PathVariable UUID roundId, @PathVariable UUID jurorId, @Valid @RequestBody Wish wish) {
        return replacements.replace(roundId, jurorId, wish.replacementId(), wish.reason());
    }

    /** The assignment of whoever took over. */
    record HandedOver(UUID id) {}

    @PostMapping("/assignments/{assignmentId}/replacement")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Give one assignment of which nothing is in to another juror, or to the least busy who is free")
    HandedOver handOver(@PathVariable UUID assignmentId, @Valid @RequestBody Wish wish) {
        return new HandedOver(replacements.handOver(assignmentId, wish.replacementId(), wish.reason()));
    }
}
