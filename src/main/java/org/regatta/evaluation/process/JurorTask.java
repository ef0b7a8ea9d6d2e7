package org.regatta.evaluation.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.regatta.evaluation.Evaluations;
import org.regatta.jury.AssignmentPlan;
import org.regatta.workflow.TaskForm;
import org.regatta.workflow.TaskHandler;
import org.regatta.workflow.TaskNotFound;
import org.regatta.workflow.TaskView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * User tasks {@code scoreProject}, {@code scoreAsThirdReader} and {@code reviseEvaluation}: their form is the round's rubric, and completing one
 * hands the evaluation in.
 */
final class JurorTask implements TaskHandler {

    private static final String COMMENT = "comment";

    private final String taskKey;
    private final Evaluations evaluations;
    private final AssignmentPlan assignments;

    JurorTask(String taskKey, Evaluations evaluations, AssignmentPlan assignments) {
        this.taskKey = taskKey;
        this.evaluations = evaluations;
        this.assignments = assignments;
    }

    @Override
    public String taskKey() {
        return taskKey;
    }

    @Override
    public TaskForm form(TaskView task, TaskForm drawn) {
        return ScoreForm.of(drawn, evaluations.rubric(assignmentId(task, requireAssignee(task))));
    }

    @Override
    public Map<String, Object> initialAnswers(TaskView task, UUID personId) {
        var draft = evaluations.own(assignmentId(task, personId));
        var answers = ScoreForm.answers(draft.scores());
        answers.put(COMMENT, draft.comment());
        return answers;
    }

    @Override
    public Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId) {
        var assignmentId = assignmentId(task, personId);
        var scores = new LinkedHashMap<String, Object>(answers);
        var comment = scores.remove(COMMENT);
        evaluations.submit(
                assignmentId,
                evaluations.rubric(assignmentId).scores(scores),
                comment == null ? "" : comment.toString());
        return Map.of();
    }

    @Override
    public boolean keep(TaskView task, Map<String, Object> answers, UUID personId) {
        var assignmentId = assignmentId(task, personId);
        var scores = new LinkedHashMap<String, Object>(answers);
        var comment = scores.remove(COMMENT);
        evaluations.saveAnswers(
                assignmentId,
                scores,
                comment == null ? "" : comment.toString(),
                evaluations.own(assignmentId).version());
        return true;
    }

    private UUID assignmentId(TaskView task, UUID personId) {
        var key = task.businessKey();
        return assignments
                .find(EvaluateProjectProcess.roundId(key), EvaluateProjectProcess.projectId(key), personId)
                .orElseThrow(() -> new TaskNotFound(task.taskId()))
                .id();
    }

    private static UUID requireAssignee(TaskView task) {
        if (task.assignee() == null) {
            throw new IllegalStateException("a juror's task is personal taskId=" + task.taskId());
        }
        return task.assignee();
    }

    /** One handler for each of the tasks. */
    @Configuration(proxyBeanMethods = false)
    static class Handlers {

        @Bean
        JurorTask scoreProjectHandler(Evaluations evaluations, AssignmentPlan assignments) {
            return new JurorTask("scoreProject", evaluations, assignments);
        }

        @Bean
        JurorTask scoreAsThirdReaderHandler(Evaluations evaluations, AssignmentPlan assignments) {
            return new JurorTask("scoreAsThirdReader", evaluations, assignments);
        }

        @Bean
        JurorTask reviseEvaluationHandler(Evaluations evaluations, AssignmentPlan assignments) {
            return new JurorTask("reviseEvaluation", evaluations, assignments);
        }
    }
}
