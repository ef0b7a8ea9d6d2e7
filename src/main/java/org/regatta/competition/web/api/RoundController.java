package org.regatta.competition.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundChange;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.shared.Page;
import org.regatta.shared.web.MergePatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rounds of a competition. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Rounds")
class RoundController {

    private final Rounds rounds;
    private final MergePatch patches;

    RoundController(Rounds rounds, MergePatch patches) {
        this.rounds = rounds;
        this.patches = patches;
    }

    /**
     * A round as it is sent; without a position it comes last, without grace there is none, without feedback teams are
     * told the decision only.
     */
    record RoundBody(
            @Nullable Integer position,
            @NotNull String key,
            @NotNull String name,
            @NotNull RoundKind kind,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Duration grace,
            @Nullable Boolean closesWhenComplete,
            @Nullable Boolean blind,
            @Nullable Feedback feedback,
            @Nullable UUID scoringPolicyId,
            @Nullable UUID rubricId,
            @Nullable UUID decidesRoundId) {

        NewRound round(UUID competitionId) {
            return new NewRound(
                    competitionId,
                    position,
                    key,
                    name,
                    kind,
                    opensAt,
                    closesAt,
                    grace == null ? Duration.ZERO : grace,
                    Boolean.TRUE.equals(closesWhenComplete),
                    Boolean.TRUE.equals(blind),
                    feedback == null ? Feedback.DECISION : feedback,
                    scoringPolicyId,
                    rubricId,
                    decidesRoundId);
        }
    }

    /** A new deadline. */
    record Deadline(@NotNull Instant closesAt) {}

    @GetMapping("/competitions/{competitionId}/rounds")
    @Operation(summary = "The rounds of a competition, in their order")
    Page<RoundView> of(@PathVariable UUID competitionId) {
        return Page.whole(rounds.of(competitionId));
    }

    @PostMapping("/competitions/{competitionId}/rounds")
    @Operation(summary = "Add a round")
    ResponseEntity<RoundView> add(@PathVariable UUID competitionId, @Valid @RequestBody RoundBody body) {
        var id = rounds.add(body.round(competitionId));
        return ResponseEntity.created(URI.create("/api/v1/rounds/" + id)).body(rounds.get(id));
    }

    @GetMapping("/rounds/{roundId}")
    @Operation(summary = "One round")
    RoundView get(@PathVariable UUID roundId) {
        return rounds.get(roundId);
    }

    @PatchMapping("/rounds/{roundId}")
    @Operation(
            summary = "Change a planned round; fields left out stay, null takes a value away",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = RoundChange.class))))
    RoundView change(@PathVariable UUID roundId, @RequestBody ObjectNode patch) {
        rounds.change(roundId, stored -> patches.apply(stored, patch, RoundChange.class));
        return rounds.get(roundId);
    }

    @DeleteMapping("/rounds/{roundId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a planned round away")
    void remove(@PathVariable UUID roundId) {
        rounds.remove(roundId);
    }

    @PostMapping("/rounds/{roundId}/close")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask the round's process to close it now")
    void close(@PathVariable UUID roundId) {
        rounds.requestClose(roundId);
    }

    @PostMapping("/rounds/{roundId}/deadline")
    @Operation(summary = "Move the deadline of a planned or open round to a later time")
    RoundView extend(@PathVariable UUID roundId, @Valid @RequestBody Deadline deadline) {
        rounds.extendDeadline(roundId, deadline.closesAt());
        return rounds.get(roundId);
    }
}
