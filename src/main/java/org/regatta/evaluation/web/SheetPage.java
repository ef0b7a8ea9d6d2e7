package org.regatta.evaluation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.EvaluationSheet;
import org.regatta.project.ProjectView;
import org.regatta.shared.Finding;

/**
 * {@code evaluation/evaluate.html}.
 *
 * @param zone in which the reader reads its times
 * @param rubric for the script: what adds up, as JSON
 * @param stored for the script: what is stored, as JSON, to compare with what a browser kept
 * @param highest the most the total can be, null where nothing counts
 * @param undo what was handed in just before this page, still to be taken back; null if nothing
 * @param unsaved what was typed and could not be stored; null where the page shows what is stored
 */
public record SheetPage(
        EvaluationSheet sheet,
        ProjectView project,
        UUID personId,
        ZoneId zone,
        List<Question> questions,
        String rubric,
        String stored,
        @Nullable BigDecimal highest,
        @Nullable Undo undo,
        @Nullable Unsaved unsaved) {

    /** An evaluation that can still be taken back. */
    public record Undo(UUID assignmentId, String projectTitle, Instant until) {}

    /**
     * What a form without a script brought.
     *
     * @param words why it could not be stored, in one sentence
     * @param apart to be read beside the form: what another window has saved, or, where nothing can be written any
     *     more, what was typed; empty for nothing
     */
    public record Unsaved(String comment, String words, List<Finding> findings, String apart) {}

    /** The comment as it is to be written on. */
    public String comment() {
        return unsaved == null ? sheet.evaluation().comment() : unsaved.comment();
    }

    /** What is wrong with the answer to a criterion; null if nothing is. */
    @Nullable
    public Finding wrong(String criterion) {
        return unsaved == null
                ? null
                : unsaved.findings().stream()
                        .filter(one -> one.place().equals("scores." + criterion)
                                || one.place().equals(criterion))
                        .findFirst()
                        .orElse(null);
    }
}
