package org.regatta.evaluation.web.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.EvaluationChanged;
import org.regatta.evaluation.EvaluationView;
import org.regatta.evaluation.Evaluations;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.ProblemBody;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evaluations: the own one of an assignment, and those of a round. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Evaluations")
class EvaluationApiController {

    private final Evaluations evaluations;

    EvaluationApiController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /**
     * Scores as they are sent.
     *
     * @param scores by criterion key, plain ({@code 14.5}, {@code "good"}, {@code true}) or as they are read
     *     ({@code {"number": 14.5}})
     */
    record Answers(
            @NotNull Map<String, Object> scores, @Nullable String comment) {

        String words() {
            return comment == null ? "" : comment;
        }
    }

    /**
     * Scores to be kept.
     *
     * @param version of the evaluation that was read; 0 before the first save
     */
    record Draft(
            @NotNull Map<String, Object> scores,
            @Nullable String comment,
            @NotNull Integer version) {

        String words() {
            return comment == null ? "" : comment;
        }
    }

    /** Why something is done. */
    record Reason(@NotNull String reason) {}

    /** The problem, with what is stored so that both texts can be shown. */
    record Changed(@JsonUnwrapped ProblemBody problem, EvaluationView stored) {}

    @ExceptionHandler
    ResponseEntity<Changed> changed(EvaluationChanged changed, HttpServletRequest request) {
        var status = HttpStatus.CONFLICT;
        var problem = new ProblemBody(
                URI.create("urn:regatta:problem:" + changed.code()),
                status.getReasonPhrase(),
                status.value(),
                Objects.requireNonNullElse(changed.getMessage(), changed.code()),
                URI.create(request.getRequestURI()),
                changed.code(),
                changed.findings(),
                null);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Changed(problem, changed.stored()));
    }

    @GetMapping("/assignments/{assignmentId}/evaluation")
    @Operation(summary = "My evaluation of an assignment; an empty draft before the first save")
    EvaluationView own(@PathVariable UUID assignmentId) {
        return evaluations.own(assignmentId);
    }

    @PutMapping("/assignments/{assignmentId}/evaluation")
    @Operation(summary = "Keep a draft, complete or not; 409 with what is stored if it was saved elsewhere meanwhile")
    EvaluationView save(@PathVariable UUID assignmentId, @Valid @RequestBody Draft draft) {
        return evaluations.saveAnswers(assignmentId, draft.scores(), draft.words(), draft.version());
    }

    @PostMapping("/assignments/{assignmentId}/evaluation/submit")
    @Operation(summary = "Hand in all scores of an assignment")
    EvaluationView submit(@PathVariable UUID assignmentId, @Valid @RequestBody Answers answers) {
        evaluations.submitAnswers(assignmentId, answers.scores(), answers.words());
        return evaluations.own(assignmentId);
    }

    @PostMapping("/assignments/{assignmentId}/evaluation/abstain")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give no scores for an assignment")
    void abstain(@PathVariable UUID assignmentId, @Valid @RequestBody Reason reason) {
        evaluations.abstain(assignmentId, reason.reason());
    }

    @PostMapping("/evaluations/{evaluationId}/reopen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a submitted evaluation back to its juror")
    void reopen(@PathVariable UUID evaluationId, @Valid @RequestBody Reason reason) {
        evaluations.reopen(evaluationId, reason.reason());
    }

    @GetMapping("/rounds/{roundId}/evaluations")
    @Operation(summary = "The evaluations of a round, as far as I may read them")
    Page<EvaluationView> of(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return evaluations.of(roundId, new PageRequest(page, size));
    }
}
