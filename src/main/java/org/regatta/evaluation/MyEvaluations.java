package org.regatta.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.AssignmentState;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A juror's own evaluations: one with all that lies around it, and all of them, also after their rounds. Others' scores
 * are nowhere in it.
 */
@Service
@Transactional
public class MyEvaluations {

    private final EvaluationRepository repository;
    private final OwnEvaluationQueries queries;
    private final PrivateNotes notes;
    private final Rubrics rubrics;
    private final EvaluationProperties properties;
    private final AssignmentPlan assignments;
    private final Access access;
    private final ApplicationEventPublisher events;

    MyEvaluations(
            EvaluationRepository repository,
            OwnEvaluationQueries queries,
            PrivateNotes notes,
            Rubrics rubrics,
            EvaluationProperties properties,
            AssignmentPlan assignments,
            Access access,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.queries = queries;
        this.notes = notes;
        this.rubrics = rubrics;
        this.properties = properties;
        this.assignments = assignments;
        this.access = access;
        this.events = events;
    }

    /**
     * The viewer's evaluation of an assignment with all its page shows. Whoever sees the site as the juror gets neither
     * drafts nor notes, and writes nothing.
     *
     * @throws NotVisible if the assignment is not the viewer's, has ended, or a conflict of interest hides its project
     */
    @Transactional(readOnly = true)
    public EvaluationSheet sheet(UUID assignmentId) {
        var desk = own(assignmentId);
        var seen = access.seenAs().isPresent();
        var rubricId = desk.rubricId();
        var setting = queries.setting(assignmentId, desk);
        return new EvaluationSheet(
                seen ? desk.evaluation().toOthers() : desk.evaluation(),
                rubricId == null ? null : rubrics.find(rubricId, desk.rubricVersion()),
                obstacle(desk),
                undoUntil(desk),
                setting.reopening(),
                setting.setting(),
                queries.neighbours(desk),
                seen ? null : notes.read(assignmentId));
    }

    /**
     * Takes back what the viewer has handed in a moment ago, as it was: nobody else is asked, and it does not count until
     * handed in again. Publishes {@link EvaluationReopened}.
     *
     * @throws EvaluationClosed if it is not submitted, or was too long ago, or its round is not open any more
     */
    public void takeBack(UUID assignmentId) {
        assignments.takeTurn(assignmentId);
        var desk = repository.lock(assignmentId, viewer()).orElseThrow(NotVisible::new);
        access.require(Action.WRITE_EVALUATION, desk.place());
        desk.requireWritable();
        var evaluationId =
                repository.takeBack(desk, properties.takeBack()).orElseThrow(EvaluationClosed::tooLateToTakeBack);
        var evaluation = desk.evaluation();
        events.publishEvent(new EvaluationReopened(
                evaluationId,
                assignmentId,
                evaluation.roundId(),
                evaluation.projectId(),
                desk.personId(),
                desk.competitionId(),
                desk.personId(),
                "Taken back by its juror at once.",
                desk.now()));
    }

    /** Keeps what the viewer writes for themselves; see {@link PrivateNotes#keep}. Publishes {@link NoteKept}. */
    public EvaluationSheet.Note keepNote(UUID assignmentId, String text, int version) {
        var desk = own(assignmentId);
        var kept = notes.keep(assignmentId, desk.personId(), text, version);
        var evaluation = desk.evaluation();
        events.publishEvent(new NoteKept(
                assignmentId,
                evaluation.roundId(),
                evaluation.projectId(),
                desk.personId(),
                kept.version(),
                desk.competitionId(),
                desk.now()));
        return kept;
    }

    /** The viewer's evaluation after this one that is not handed in, in the same round; empty if all are. */
    @Transactional(readOnly = true)
    public Optional<UUID> nextOpen(UUID assignmentId) {
        return repository
                .find(assignmentId, viewer())
                .map(queries::neighbours)
                .map(EvaluationSheet.Neighbours::nextOpen);
    }

    /**
     * The viewer's evaluations, those at work first, then by round and project number.
     *
     * @param roundId null for all rounds
     * @param state null for every state
     * @param text part of a project's number or title; empty for all
     */
    @Transactional(readOnly = true)
    public Page<OwnEvaluation> list(
            @Nullable UUID roundId, OwnEvaluation.@Nullable State state, String text, PageRequest page) {
        return list(roundId, state, text, OwnEvaluation.Sort.ROUND, false, page);
    }

    /** The same in another order, which may be the other way round. */
    @Transactional(readOnly = true)
    public Page<OwnEvaluation> list(
            @Nullable UUID roundId,
            OwnEvaluation.@Nullable State state,
            String text,
            OwnEvaluation.Sort sort,
            boolean descending,
            PageRequest page) {
        return queries.list(new OwnEvaluationQueries.Wanted(roundId, state, text, sort, descending), page);
    }

    /** How far the viewer is, for each round with evaluations of theirs, open rounds first. */
    @Transactional(readOnly = true)
    public List<OwnEvaluation.Progress> progress() {
        return queries.progress();
    }

    private Desk own(UUID assignmentId) {
        var desk = repository.find(assignmentId, viewer()).orElseThrow(NotVisible::new);
        if (desk.assignmentState() != AssignmentState.ACTIVE || !access.may(Action.WRITE_EVALUATION, desk.place())) {
            throw new NotVisible();
        }
        return desk;
    }

    private EvaluationClosed.@Nullable Reason obstacle(Desk desk) {
        if (desk.evaluation().state() == EvaluationState.SUBMITTED) {
            return EvaluationClosed.Reason.ALREADY_SUBMITTED;
        }
        var obstacle = desk.rubricId() == null ? EvaluationClosed.withoutRubric() : desk.obstacle();
        return obstacle == null ? null : obstacle.reason();
    }

    private @Nullable Instant undoUntil(Desk desk) {
        var submittedAt = desk.evaluation().submittedAt();
        if (desk.evaluation().state() != EvaluationState.SUBMITTED || submittedAt == null || desk.obstacle() != null) {
            return null;
        }
        var until = submittedAt.plus(properties.takeBack());
        return until.isAfter(desk.now()) ? until : null;
    }

    private UUID viewer() {
        return access.viewer().personId();
    }
}
