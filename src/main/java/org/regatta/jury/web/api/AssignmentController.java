package org.regatta.jury.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.jury.AssignmentView;
import org.regatta.jury.Assignments;
import org.regatta.jury.ConflictKind;
import org.regatta.jury.ConflictView;
import org.regatta.jury.Conflicts;
import org.regatta.jury.FreeJuror;
import org.regatta.jury.NewRecusal;
import org.regatta.jury.Recusals;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who evaluates what, and who must not. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Assignments")
class AssignmentController {

    private final Assignments assignments;
    private final Conflicts conflicts;
    private final Recusals recusals;

    AssignmentController(Assignments assignments, Conflicts conflicts, Recusals recusals) {
        this.assignments = assignments;
        this.conflicts = conflicts;
        this.recusals = recusals;
    }

    /** Why a juror is taken off. */
    record Reason(@NotBlank @Size(max = 2_000) String reason) {}

    /** A conflict as it is sent; without a person it is the viewer's own. */
    record ConflictBody(
            @Nullable UUID personId,
            @Nullable ConflictKind kind,
            @NotNull String reason) {}

    /** A recusal as it is sent; without a round it holds in all of the competition. */
    record RecusalBody(
            @NotNull UUID jurorId,
            @Nullable UUID roundId,
            @NotBlank String reason) {}

    @GetMapping("/rounds/{roundId}/assignments")
    @Operation(summary = "Who evaluates what in a round, by project number; jurors see their own")
    Page<AssignmentView> of(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return assignments.of(roundId, new PageRequest(page, size));
    }

    /** Who is to evaluate what. */
    record AssignmentBody(@NotNull UUID projectId, @NotNull UUID jurorId) {}

    @PostMapping("/rounds/{roundId}/assignments")
    @Operation(
            summary =
                    "Give a project of an open round to one more juror of its juries; the juror's task is there at once")
    ResponseEntity<AssignmentView> assign(@PathVariable UUID roundId, @Valid @RequestBody AssignmentBody body) {
        var id = assignments.assign(roundId, body.projectId(), body.jurorId());
        return ResponseEntity.created(URI.create("/api/v1/assignments/" + id)).body(assignments.get(id));
    }

    @GetMapping("/rounds/{roundId}/projects/{projectId}/free-jurors")
    @Operation(summary = "Who could be given a project that takes part in the round, the least busy first")
    Page<FreeJuror> free(@PathVariable UUID roundId, @PathVariable UUID projectId) {
        return Page.whole(assignments.free(roundId, projectId));
    }

    @GetMapping("/assignments/{assignmentId}")
    @Operation(summary = "One assignment")
    AssignmentView get(@PathVariable UUID assignmentId) {
        return assignments.get(assignmentId);
    }

    @PostMapping("/assignments/{assignmentId}/recuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the juror off the project in this round; jurors may do so themselves")
    void recuse(@PathVariable UUID assignmentId, @Valid @RequestBody Reason reason) {
        assignments.recuse(assignmentId, reason.reason());
    }

    @GetMapping("/projects/{projectId}/conflicts")
    @Operation(summary = "Conflicts of interest in force; jurors see their own")
    Page<ConflictView> conflicts(@PathVariable UUID projectId) {
        return Page.whole(conflicts.of(projectId));
    }

    @PostMapping("/projects/{projectId}/conflicts")
    @Operation(summary = "Declare my conflict of interest, or record somebody's")
    ResponseEntity<Created> declare(@PathVariable UUID projectId, @Valid @RequestBody ConflictBody body) {
        var personId = body.personId();
        var kind = body.kind();
        var id = personId == null
                ? conflicts.declare(projectId, body.reason())
                : conflicts.record(projectId, personId, kind == null ? ConflictKind.INFERRED : kind, body.reason());
        return ResponseEntity.created(URI.create("/api/v1/conflicts/" + id)).body(new Created(id));
    }

    @DeleteMapping("/conflicts/{conflictId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift a conflict of interest of somebody else")
    void lift(@PathVariable UUID conflictId) {
        conflicts.lift(conflictId);
    }

    @PostMapping("/projects/{projectId}/recusals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a juror off a project")
    void recuse(@PathVariable UUID projectId, @Valid @RequestBody RecusalBody body) {
        recusals.record(new NewRecusal(projectId, body.jurorId(), body.roundId(), body.reason()));
    }

    /** The id of what was created. */
    record Created(UUID id) {}
}
