package org.regatta.local.demo;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.deliberation.Decisions;
import org.regatta.deliberation.NewDecision;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskView;
import org.regatta.workflow.Tasks;
import org.springframework.stereotype.Component;

/** What the organiser of the demo does: works the inbox until the current round is open. */
@Component
class Organiser {

    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);

    private final Inbox inbox;
    private final Tasks tasks;
    private final Rounds rounds;
    private final Decisions decisions;
    private final DiscrepancyRules discrepancies;
    private final Entrants entrants;

    Organiser(
            Inbox inbox,
            Tasks tasks,
            Rounds rounds,
            Decisions decisions,
            DiscrepancyRules discrepancies,
            Entrants entrants) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.rounds = rounds;
        this.decisions = decisions;
        this.discrepancies = discrepancies;
        this.entrants = entrants;
    }

    /** Does what waits, as far as the story goes; every task is a transaction of its own. */
    void workOn(UUID competitionId, Conduct conduct) {
        var now = rounds.of(competitionId);
        now.stream()
                .filter(round -> round.kind() == RoundKind.INTAKE
                        && round.status() == RoundStatus.OPEN
                        && conduct.finished().contains(round.key())
                        && entrants.handIn(competitionId, conduct))
                .forEach(round -> rounds.requestClose(round.id()));
        var next = now.stream()
                .filter(round -> round.status() != RoundStatus.COMPLETED)
                .findFirst();
        if (next.isEmpty() || !told(next.get(), conduct)) {
            return;
        }
        for (var task : inbox.open(InboxFilter.ALL.in(competitionId), ALL).items()) {
            act(task, next.get(), conduct);
        }
    }

    private static boolean told(RoundView round, Conduct conduct) {
        return conduct.finished().contains(round.key()) || conduct.current().equals(round.key());
    }

    private void act(TaskView task, RoundView round, Conduct conduct) {
        var finishes = conduct.finished().contains(round.key());
        switch (task.taskKey()) {
            case "approveEditionPlan" -> tasks.complete(task.taskId(), Map.of("editionPlan", "approve"));
            case "openRound" -> {
                if (round.kind() == RoundKind.EVALUATION && conduct.current().equals(round.key())) {
                    discrepancies.watch(round.id(), conduct.thirdReaderFrom());
                }
                tasks.complete(task.taskId(), Map.of());
            }
            case "approveRanking" -> {
                if (finishes) {
                    tasks.complete(task.taskId(), Map.of("ranking", "approve"));
                }
            }
            case "prepareDecisions" -> {
                decide(Objects.requireNonNull(task.roundId()), conduct);
                tasks.complete(task.taskId(), Map.of());
            }
            case "approveDecisions" -> tasks.complete(task.taskId(), Map.of("decisions", "release"));
            default -> {
                // waits for whoever tries the demo
            }
        }
    }

    private void decide(UUID roundId, Conduct conduct) {
        var wanted = conduct.decisions();
        var open = decisions.of(roundId, ALL).items().stream()
                .filter(decision -> decision.outcome() == null)
                .map(decision -> new NewDecision(
                        decision.projectId(), Objects.requireNonNull(wanted).outcome(), null, null, wanted.reason()))
                .toList();
        if (!open.isEmpty()) {
            decisions.decide(roundId, open);
        }
    }
}
