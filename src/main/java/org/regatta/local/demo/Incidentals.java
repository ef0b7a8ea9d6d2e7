package org.regatta.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.regatta.evaluation.EvaluationState;
import org.regatta.evaluation.Evaluations;
import org.regatta.jury.AssignmentState;
import org.regatta.jury.Assignments;
import org.regatta.jury.Conflicts;
import org.regatta.local.demo.Agenda.Entry;
import org.springframework.stereotype.Component;

/** What happens in the demo besides evaluating: a conflict, a recusal, an evaluation given back. Each once. */
@Component
class Incidentals {

    private final Conflicts conflicts;
    private final Assignments assignments;
    private final Evaluations evaluations;
    private final Acting acting;

    Incidentals(Conflicts conflicts, Assignments assignments, Evaluations evaluations, Acting acting) {
        this.conflicts = conflicts;
        this.assignments = assignments;
        this.evaluations = evaluations;
        this.acting = acting;
    }

    /** Does what the story tells and has not happened yet. */
    void happen(UUID organiser, Conduct conduct, Map<String, List<Entry>> agenda) {
        for (var step : conduct.steps()) {
            var entries = agenda.getOrDefault(step.juror(), List.of());
            if (step.kind() == Conduct.Kind.REOPENED) {
                reopen(organiser, step, entries);
            } else {
                leave(step, entries);
            }
        }
    }

    private void leave(Conduct.Step step, List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.assignment().state() == AssignmentState.RECUSED)) {
            return;
        }
        named(step, entries)
                .or(() -> entries.reversed().stream().filter(Entry::untouched).findFirst())
                .map(Entry::assignment)
                .ifPresent(left -> acting.does(left.personId(), () -> {
                    if (step.kind() == Conduct.Kind.CONFLICT) {
                        conflicts.declare(left.projectId(), step.reason());
                    } else {
                        assignments.recuse(left.id(), step.reason());
                    }
                }));
    }

    private void reopen(UUID organiser, Conduct.Step step, List<Entry> entries) {
        if (entries.stream().anyMatch(entry -> entry.state() == EvaluationState.REOPENED)) {
            return;
        }
        named(step, entries)
                .or(() -> entries.stream().findFirst())
                .filter(entry -> entry.state() == EvaluationState.SUBMITTED)
                .map(Entry::evaluationId)
                .ifPresent(id -> acting.does(organiser, () -> evaluations.reopen(id, step.reason())));
    }

    private static Optional<Entry> named(Conduct.Step step, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.assignment().projectNumber().equals(step.project()))
                .findFirst();
    }
}
