package org.regatta.evaluation.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.regatta.evaluation.Evaluations;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.rubric.ScoreValue;
import org.regatta.workflow.Tasks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands in what a page sends by completing the juror's task, and says where to go next. */
@Component
class HandingIn {

    private final Evaluations evaluations;
    private final MyEvaluations mine;
    private final Tasks tasks;

    HandingIn(Evaluations evaluations, MyEvaluations mine, Tasks tasks) {
        this.evaluations = evaluations;
        this.mine = mine;
        this.tasks = tasks;
    }

    /**
     * Saves over the version that was read, so that what another window saved meanwhile is not lost, and completes the
     * task under the checks of its form and of the rubric. Both or nothing: what is refused leaves the draft as it was
     * read, and the page can send it again.
     */
    @Transactional
    void submit(UUID assignmentId, Map<String, ?> scores, String comment, int version) {
        var saved = evaluations.saveInTurn(assignmentId, scores, comment, version);
        var task = tasks.waiting(saved.roundId(), saved.projectId(), JurorTaskPage.TASKS);
        if (task.isEmpty()) {
            evaluations.submit(assignmentId, saved.scores(), comment);
            return;
        }
        var answers = plain(saved.scores());
        answers.put("comment", comment);
        tasks.complete(task.get().taskId(), answers);
    }

    /** The page after this one: the next to be done in the round, else the own list. */
    String next(UUID assignmentId) {
        return mine.nextOpen(assignmentId).map(next -> "/evaluations/" + next).orElse("/evaluations");
    }

    /** Scores as the form of the task holds them. */
    static Map<String, Object> plain(Map<String, ScoreValue> scores) {
        var answers = new HashMap<String, Object>();
        scores.forEach((key, score) -> {
            var plain = score.plain();
            if (plain != null) {
                answers.put(key, plain);
            }
        });
        return answers;
    }
}
