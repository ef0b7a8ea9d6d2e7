package org.regatta.evaluation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.EvaluationChanged;
import org.regatta.evaluation.EvaluationClosed;
import org.regatta.evaluation.EvaluationSheet;
import org.regatta.evaluation.EvaluationView;
import org.regatta.evaluation.Evaluations;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.shared.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page of an evaluation sends while one writes, and hears when it cannot be taken. */
@RestController
@RequestMapping("/evaluations/{assignmentId}")
class DraftController {

    private final Evaluations evaluations;
    private final MyEvaluations mine;
    private final HandingIn handingIn;
    private final SheetPages pages;
    private final Formats formats;
    private final MessageSource messages;

    DraftController(
            Evaluations evaluations,
            MyEvaluations mine,
            HandingIn handingIn,
            SheetPages pages,
            Formats formats,
            MessageSource messages) {
        this.evaluations = evaluations;
        this.mine = mine;
        this.handingIn = handingIn;
        this.pages = pages;
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * What was typed.
     *
     * @param version of the evaluation that was read; 0 before the first save
     */
    record Typed(
            @NotNull Map<String, Object> scores,
            @Nullable String comment,
            @NotNull Integer version) {

        String words() {
            return comment == null ? "" : comment;
        }
    }

    /** What was noted, over the version that was read. */
    record Noted(@NotNull String text, @NotNull Integer version) {}

    /**
     * What is stored now.
     *
     * @param at when it was saved, in the reader's zone
     */
    record Stored(int version, Map<String, Object> scores, String comment, String at) {}

    /** Where to go after handing in. */
    record Next(String next) {}

    /**
     * How things stand.
     *
     * @param obstacle why nothing can be written; null while it can
     */
    record Standing(
            int version,
            EvaluationClosed.@Nullable Reason obstacle,
            @Nullable Long endsAt) {}

    /** Why it was not taken, in the reader's language. */
    record Refused(
            String code,
            String reason,
            String detail,
            @Nullable Stored stored) {}

    @GetMapping("/standing")
    Standing standing(@PathVariable UUID assignmentId) {
        var sheet = mine.sheet(assignmentId);
        var endsAt = sheet.setting().endsAt();
        return new Standing(
                sheet.evaluation().version(), sheet.obstacle(), endsAt == null ? null : endsAt.toEpochMilli());
    }

    @PostMapping("/draft")
    Stored keep(@PathVariable UUID assignmentId, @Valid @RequestBody Typed typed) {
        return stored(evaluations.saveAnswers(assignmentId, typed.scores(), typed.words(), typed.version()));
    }

    @PostMapping("/note")
    EvaluationSheet.Note note(@PathVariable UUID assignmentId, @Valid @RequestBody Noted noted) {
        return mine.keepNote(assignmentId, noted.text(), noted.version());
    }

    @PostMapping("/submit")
    Next submit(@PathVariable UUID assignmentId, @Valid @RequestBody Typed typed) {
        handingIn.submit(assignmentId, typed.scores(), typed.words(), typed.version());
        return new Next(handingIn.next(assignmentId) + "?submitted=" + assignmentId);
    }

    @ExceptionHandler
    ResponseEntity<Refused> changed(EvaluationChanged changed, Locale language) {
        return ResponseEntity.status(409)
                .body(new Refused(
                        changed.code(),
                        "CHANGED",
                        messages.getMessage("evaluate.changed", null, language),
                        stored(changed.stored())));
    }

    @ExceptionHandler
    ResponseEntity<Refused> closed(EvaluationClosed closed, Locale language) {
        return ResponseEntity.status(409)
                .body(new Refused(
                        closed.code(),
                        closed.reason().name(),
                        messages.getMessage("evaluate.closed." + closed.reason(), null, language),
                        null));
    }

    private Stored stored(EvaluationView evaluation) {
        return new Stored(
                evaluation.version(),
                HandingIn.plain(evaluation.scores()),
                evaluation.comment(),
                formats.time(evaluation.savedAt(), pages.zone(evaluation.roundId())));
    }
}
