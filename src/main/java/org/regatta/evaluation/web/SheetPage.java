package org.regatta.evaluation.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.EvaluationSheet;
import org.regatta.project.ProjectView;

/**
 * {@code evaluation/evaluate.html}.
 *
 * @param zone of the reader
 * @param rubric for the script: what adds up, as JSON
 * @param stored for the script: what is stored, as JSON, to compare with what a browser kept
 * @param highest the most the total can be, null where nothing counts
 * @param undo what was handed in just before this page, still to be taken back; null if nothing
 */
record SheetPage(
        EvaluationSheet sheet,
        ProjectView project,
        UUID personId,
        ZoneId zone,
        List<Question> questions,
        String rubric,
        String stored,
        @Nullable BigDecimal highest,
        @Nullable Undo undo) {

    /** An evaluation that can still be taken back. */
    record Undo(UUID assignmentId, String projectTitle, Instant until) {}
}
