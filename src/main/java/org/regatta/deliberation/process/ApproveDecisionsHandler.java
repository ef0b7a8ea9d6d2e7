package org.regatta.deliberation.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundLifecycle;
import org.regatta.deliberation.DecisionLifecycle;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.TypedTime;
import org.regatta.workflow.TaskForm;
import org.regatta.workflow.TaskHandler;
import org.regatta.workflow.TaskView;
import org.springframework.stereotype.Component;

/**
 * User task {@code approveDecisions}: the answers {@code release} and {@code schedule} approve all prepared decisions; the
 * second one says when they are released, in the competition's zone.
 */
@Component
class ApproveDecisionsHandler implements TaskHandler {

    private final DecisionLifecycle decisions;
    private final RoundLifecycle rounds;
    private final Competitions competitions;

    ApproveDecisionsHandler(DecisionLifecycle decisions, RoundLifecycle rounds, Competitions competitions) {
        this.decisions = decisions;
        this.rounds = rounds;
        this.competitions = competitions;
    }

    @Override
    public String taskKey() {
        return "approveDecisions";
    }

    /** Names the zone in which the moment of release is typed. */
    @Override
    public TaskForm form(TaskView task, TaskForm drawn) {
        var zone = zone(UUID.fromString(task.businessKey()));
        for (var component : drawn.schema().path("components")) {
            if (component.path("id").asText().equals("releaseZone")) {
                ((ObjectNode) component).put("text", zone.getId());
            }
        }
        return drawn;
    }

    @Override
    public Map<String, Object> complete(TaskView task, Map<String, Object> answers, UUID personId) {
        var answer = Objects.requireNonNull(answers.get("decisions"));
        var roundId = UUID.fromString(task.businessKey());
        if (answer.equals("schedule")) {
            var releaseAt = moment(answers.get("releaseAt"), zone(roundId));
            decisions.approve(roundId, personId);
            decisions.plan(roundId, releaseAt, personId);
            return Map.of("decisions", answer, "releaseAt", Date.from(releaseAt));
        }
        if (answer.equals("release")) {
            decisions.approve(roundId, personId);
        }
        return Map.of("decisions", answer);
    }

    private ZoneId zone(UUID roundId) {
        return competitions.get(rounds.find(roundId).competitionId()).zone();
    }

    private static Instant moment(@Nullable Object typed, ZoneId zone) {
        if (typed == null || typed.toString().isBlank()) {
            throw new InvalidInput(new Finding(
                    "releaseAt", "The moment of release is missing.", "Give a day and a time, or release at once."));
        }
        return new TypedTime("releaseAt", typed.toString()).in(zone);
    }
}
