package org.regatta.evaluation.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.evaluation.Discrepancies;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.workflow.TaskForm;
import org.regatta.workflow.TaskHandler;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/** User task {@code appointThirdReader}: its form lists the jurors who are free for the project. */
@Component
class AppointThirdReaderHandler implements TaskHandler {

    private static final String JUROR = "juror";

    private final Discrepancies discrepancies;
    private final RoundLifecycle rounds;

    AppointThirdReaderHandler(Discrepancies discrepancies, RoundLifecycle rounds) {
        this.discrepancies = discrepancies;
        this.rounds = rounds;
    }

    @Override
    public String taskKey() {
        return "appointThirdReader";
    }

    @Override
    public TaskForm form(TaskView task, TaskForm drawn) {
        var key = task.businessKey();
        var free = discrepancies.candidates(EvaluateProjectProcess.roundId(key), EvaluateProjectProcess.projectId(key));
        for (var field : drawn.schema().path("components")) {
            if (!free.isEmpty() && field.path("key").asText().equals(JUROR)) {
                var values = ((ObjectNode) field).putArray("values");
                free.forEach(juror -> values.addObject()
                        .put("value", juror.jurorId().toString())
                        .put("label", juror.label() + " (" + juror.load() + ")"));
            }
        }
        return drawn;
    }

    @Override
    public Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId) {
        var key = task.businessKey();
        var roundId = EvaluateProjectProcess.roundId(key);
        var projectId = EvaluateProjectProcess.projectId(key);
        var answer = Objects.requireNonNull(answers.get("answer"));
        var reason = Objects.requireNonNullElse(answers.get("reason"), "").toString();
        if (!answer.equals("appoint")) {
            discrepancies.accept(roundId, projectId, reason);
            return Map.of("thirdReaderAnswer", answer);
        }
        var reader = discrepancies.appoint(roundId, projectId, juror(answers), reason);
        // the round may have been extended since this task was made
        var closesAt = Date.from(rounds.find(roundId).dueAt());
        return Map.of("thirdReaderAnswer", answer, "thirdReader", reader.toString(), "closesAt", closesAt);
    }

    private static UUID juror(Map<String, Object> answers) {
        var chosen = Objects.requireNonNullElse(answers.get(JUROR), "").toString();
        try {
            return UUID.fromString(chosen);
        } catch (IllegalArgumentException nobody) {
            throw new InvalidInput(
                    new Finding(JUROR, "No juror is chosen.", "Choose a juror, or leave it as it is and say why."));
        }
    }
}
