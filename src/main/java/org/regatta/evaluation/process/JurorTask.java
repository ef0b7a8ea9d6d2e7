package org.regatta.evaluation.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.Evaluations;
import org.regatta.jury.AssignmentPlan;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.ScoreValue;
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

    /** Puts the criteria of a rubric into the drawn form of a juror's task, before what the form asks besides. */
    static final class ScoreForm {

        private static final int MAX_TEXT = 10_000;

        private ScoreForm() {}

        static TaskForm of(TaskForm drawn, RubricView rubric) {
            var schema = drawn.schema();
            var besides = (ArrayNode) schema.path("components");
            var components = schema.arrayNode();
            if (!rubric.guidance().isBlank()) {
                components.addObject().put("type", "text").put("id", "guidance").put("text", rubric.guidance());
            }
            for (var criterion : rubric.criteria()) {
                component(components.addObject(), criterion);
            }
            components.addAll(besides);
            schema.set("components", components);
            return new TaskForm(schema);
        }

        /** A draft's scores as the form shows them. */
        static Map<String, Object> answers(Map<String, ScoreValue> scores) {
            var answers = new LinkedHashMap<String, Object>();
            scores.forEach((key, score) -> {
                var answer = answer(score);
                if (answer != null) {
                    answers.put(key, answer);
                }
            });
            return answers;
        }

        private static @Nullable Object answer(ScoreValue score) {
            if (score.number() != null) {
                return score.number();
            }
            if (score.yes() != null) {
                return score.yes() ? "yes" : "no";
            }
            return score.choice() != null ? score.choice() : score.text();
        }

        private static void component(ObjectNode field, CriterionView criterion) {
            field.put("id", "field_" + criterion.key())
                    .put("key", criterion.key())
                    .put("label", label(criterion));
            if (!criterion.guidance().isBlank()) {
                field.put("description", criterion.guidance());
            }
            var rules = field.putObject("validate").put("required", criterion.required());
            switch (criterion.kind()) {
                case NUMBER -> number(field.put("type", "number"), rules, criterion);
                case CHOICE -> {
                    var values = field.put("type", "radio").putArray("values");
                    for (var option : criterion.options()) {
                        values.addObject().put("value", option.value()).put("label", option.label());
                    }
                }
                case YES_NO -> {
                    var values = field.put("type", "radio").putArray("values");
                    values.addObject().put("value", "yes").put("label", "Yes");
                    values.addObject().put("value", "no").put("label", "No");
                }
                case TEXT -> {
                    field.put("type", "textarea");
                    rules.put("maxLength", MAX_TEXT);
                }
            }
        }

        private static void number(ObjectNode field, ObjectNode rules, CriterionView criterion) {
            put(rules, "min", criterion.min());
            put(rules, "max", criterion.max());
            put(field, "increment", criterion.step());
            if (criterion.step() != null) {
                field.put(
                        "decimalDigits",
                        Math.max(0, criterion.step().stripTrailingZeros().scale()));
            }
        }

        private static void put(ObjectNode node, String name, @Nullable BigDecimal value) {
            if (value != null) {
                node.put(name, value);
            }
        }

        private static String label(CriterionView criterion) {
            return criterion.min() == null || criterion.max() == null
                    ? criterion.label()
                    : criterion.label() + " (" + criterion.min().toPlainString() + " – "
                            + criterion.max().toPlainString() + ")";
        }
    }
}
