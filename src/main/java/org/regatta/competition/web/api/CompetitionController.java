package org.regatta.competition.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.CompetitionChange;
import org.regatta.competition.Competitions.NewCompetition;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.MergePatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Competitions. */
@RestController
@RequestMapping("/api/v1/competitions")
@Tag(name = "Competitions")
class CompetitionController {

    private final Competitions competitions;
    private final MergePatch patches;

    CompetitionController(Competitions competitions, MergePatch patches) {
        this.competitions = competitions;
        this.patches = patches;
    }

    /** A competition as it is sent; {@code zone} as in the IANA data base; four eyes are asked for only if it says so. */
    record CompetitionBody(
            @NotNull UUID programId,
            @NotNull String key,
            @NotNull String name,
            @Nullable String description,
            @NotNull ZoneId zone,
            @Nullable Boolean fourEyes) {}

    @GetMapping
    @Operation(summary = "The competitions I may see, the newest first")
    Page<CompetitionView> list(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return competitions.list(new PageRequest(page, size));
    }

    @PostMapping
    @Operation(summary = "Create a competition, as a draft")
    ResponseEntity<CompetitionView> create(@Valid @RequestBody CompetitionBody body) {
        var description = body.description();
        var id = competitions.create(new NewCompetition(
                body.programId(),
                body.key(),
                body.name(),
                description == null ? "" : description,
                body.zone(),
                Boolean.TRUE.equals(body.fourEyes())));
        return ResponseEntity.created(URI.create("/api/v1/competitions/" + id)).body(competitions.get(id));
    }

    @GetMapping("/{competitionId}")
    @Operation(summary = "One competition")
    CompetitionView get(@PathVariable UUID competitionId) {
        return competitions.get(competitionId);
    }

    @PatchMapping("/{competitionId}")
    @Operation(
            summary = "Change a competition that is not closed; fields left out stay",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CompetitionChange.class))))
    CompetitionView change(@PathVariable UUID competitionId, @RequestBody ObjectNode patch) {
        competitions.change(competitionId, stored -> patches.apply(stored, patch, CompetitionChange.class));
        return competitions.get(competitionId);
    }

    @PostMapping("/{competitionId}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Start a draft; its process runs the rounds from then on")
    void start(@PathVariable UUID competitionId) {
        competitions.start(competitionId);
    }
}
