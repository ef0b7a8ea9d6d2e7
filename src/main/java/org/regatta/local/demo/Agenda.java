package org.regatta.local.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundView;
import org.regatta.evaluation.EvaluationState;
import org.regatta.evaluation.EvaluationView;
import org.regatta.evaluation.Evaluations;
import org.regatta.jury.AssignmentState;
import org.regatta.jury.AssignmentView;
import org.regatta.jury.Assignments;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Component;

/** What each juror has done in a round and what the story wants of each, read anew every time. */
@Component
class Agenda {

    private final Assignments assignments;
    private final Evaluations evaluations;

    Agenda(Assignments assignments, Evaluations evaluations) {
        this.assignments = assignments;
        this.evaluations = evaluations;
    }

    /**
     * One juror's evaluation as it stands and as it should be.
     *
     * @param state null before the first save
     * @param side see {@link Scores.Reading}
     */
    record Entry(
            AssignmentView assignment,
            @Nullable UUID evaluationId,
            @Nullable EvaluationState state,
            int side) {

        boolean untouched() {
            return state == null && assignment.state() == AssignmentState.ACTIVE;
        }

        Scores.Reading reading() {
            return new Scores.Reading(assignment.jurorLabel(), assignment.projectNumber(), side);
        }
    }

    /** What is still to be done, in any order. */
    record Left(List<Entry> toSubmit, List<Entry> toBegin) {

        boolean none() {
            return toSubmit.isEmpty() && toBegin.isEmpty();
        }
    }

    /** Every juror's entries, in the order the juror takes the projects; for those who run the competition. */
    Map<String, List<Entry>> of(RoundView round, Conduct conduct, Scores scores) {
        var roundId = round.id();
        var written = new HashMap<UUID, EvaluationView>();
        every(page -> evaluations.of(roundId, page)).forEach(one -> written.put(one.assignmentId(), one));
        var all = every(page -> assignments.of(roundId, page));
        var sides = conduct.current().equals(round.key()) ? sides(all, conduct) : Map.<UUID, Integer>of();
        var byJuror = new HashMap<String, List<Entry>>();
        for (var assignment : all) {
            var evaluation = written.get(assignment.id());
            byJuror.computeIfAbsent(assignment.jurorLabel(), label -> new ArrayList<>())
                    .add(new Entry(
                            assignment,
                            evaluation == null ? null : evaluation.id(),
                            evaluation == null ? null : evaluation.state(),
                            sides.getOrDefault(assignment.id(), 0)));
        }
        byJuror.forEach((label, entries) -> entries.sort(
                Comparator.comparing(entry -> entry.assignment().projectNumber(), order(label, conduct, scores))));
        return byJuror;
    }

    /** What is missing before the round stands where the story wants it. */
    Left left(Map<String, List<Entry>> agenda, Conduct conduct, boolean everything) {
        var left = new Left(new ArrayList<>(), new ArrayList<>());
        agenda.forEach((label, entries) -> {
            var pace = everything ? new Conduct.Pace(entries.size(), 0) : pace(label, conduct);
            var contested = (int) entries.stream()
                    .filter(entry ->
                            conduct.contested().contains(entry.assignment().projectNumber()))
                    .count();
            var submitted =
                    everything || pace.submitted() == 0 ? pace.submitted() : Math.max(pace.submitted(), contested);
            for (int at = 0; at < Math.min(entries.size(), submitted + pace.drafts()); at++) {
                var entry = entries.get(at);
                if (at >= submitted && entry.untouched()) {
                    left.toBegin().add(entry);
                } else if (at < submitted && (entry.untouched() || entry.state() == EvaluationState.DRAFT)) {
                    left.toSubmit().add(entry);
                }
            }
        });
        left.toSubmit().removeIf(entry -> entry.assignment().state() != AssignmentState.ACTIVE);
        return left;
    }

    private static Conduct.Pace pace(String label, Conduct conduct) {
        return conduct.pace().getOrDefault(label, new Conduct.Pace(0, 0));
    }

    /** What a juror will step back from comes last, what comes back to them first. */
    private static Comparator<String> order(String label, Conduct conduct, Scores scores) {
        var away = new ArrayList<>(conduct.stepsOf(label, Conduct.Kind.CONFLICT));
        away.addAll(conduct.stepsOf(label, Conduct.Kind.RECUSAL));
        var back = conduct.stepsOf(label, Conduct.Kind.REOPENED);
        return Comparator.<String, Boolean>comparing(away::contains)
                .thenComparing(number -> !back.contains(number))
                .thenComparing(scores.order(label));
    }

    /** The jurors of a contested project take sides in turn. */
    private static Map<UUID, Integer> sides(List<AssignmentView> all, Conduct conduct) {
        var sides = new HashMap<UUID, Integer>();
        for (var number : conduct.contested()) {
            var side = 1;
            for (var assignment : all) {
                if (assignment.projectNumber().equals(number)) {
                    sides.put(assignment.id(), side);
                    side = -side;
                }
            }
        }
        return sides;
    }

    private interface Pages<T> {
        Page<T> page(PageRequest request);
    }

    private static <T> List<T> every(Pages<T> pages) {
        var all = new ArrayList<T>();
        Page<T> page;
        var number = 0;
        do {
            page = pages.page(new PageRequest(number++, PageRequest.MAX_SIZE));
            all.addAll(page.items());
        } while (number < page.pages());
        return all;
    }
}
