package org.regatta.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.regatta.evaluation.EvaluationState;
import org.regatta.evaluation.Evaluations;
import org.regatta.jury.AssignmentState;
import org.regatta.jury.Assignments;
import org.regatta.jury.Conflicts;
import org.regatta.local.demo.Agenda.Entry;
import org.regatta.project.Projects;
import org.springframework.stereotype.Component;

/** What happens in the demo besides evaluating: a conflict, a recusal, an evaluation given back, a mentor named. Each once. */
@Component
class Incidentals {

    private final Conflicts conflicts;
    private final Assignments assignments;
    private final Evaluations evaluations;
    private final Projects projects;
    private final Projects.Mentoring mentoring;
    private final Acting acting;

    Incidentals(
            Conflicts conflicts,
            Assignments assignments,
            Evaluations evaluations,
            Projects projects,
            Projects.Mentoring mentoring,
            Acting acting) {
        this.conflicts = conflicts;
        this.assignments = assignments;
        this.evaluations = evaluations;
        this.projects = projects;
        this.mentoring = mentoring;
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

    /** Gives the mentors of the story their projects; for those who run the competition. */
    void nameMentors(UUID competitionId, Conduct conduct) {
        var ids = projects.idsByNumber(competitionId);
        conduct.mentors()
                .forEach((email, numbers) -> numbers.forEach(
                        number -> mentoring.name(Objects.requireNonNull(ids.get(number)), acting.person(email))));
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
