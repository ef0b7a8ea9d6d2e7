package org.regatta.evaluation;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.PersonalDataRead;
import org.regatta.identity.Role;
import org.regatta.jury.AssignmentPlan;
import org.regatta.jury.AssignmentState;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people may ask of evaluations. An evaluation belongs to an assignment and comes into being when it is first saved
 * or handed in; somebody else's assignment answers like a missing one ({@link NotVisible}).
 */
@Service
@Transactional
public class Evaluations {

    private final EvaluationRepository repository;
    private final EvaluationList list;
    private final Rubrics rubrics;
    private final AssignmentPlan assignments;
    private final Access access;
    private final ApplicationEventPublisher events;

    Evaluations(
            EvaluationRepository repository,
            EvaluationList list,
            Rubrics rubrics,
            AssignmentPlan assignments,
            Access access,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.list = list;
        this.rubrics = rubrics;
        this.assignments = assignments;
        this.access = access;
        this.events = events;
    }

    /**
     * The viewer's own evaluation of an assignment, also after the round; an empty draft before the first save. Whoever sees
     * the site as the juror gets no draft.
     */
    @Transactional(readOnly = true)
    public EvaluationView own(UUID assignmentId) {
        var desk = repository.find(assignmentId, viewer()).orElseThrow(NotVisible::new);
        access.require(Action.WRITE_EVALUATION, desk.place());
        return access.seenAs().isPresent() ? desk.evaluation().toOthers() : desk.evaluation();
    }

    /**
     * The rubric the viewer's assignment is scored under.
     *
     * @throws EvaluationClosed if the round has none
     */
    @Transactional(readOnly = true)
    public RubricView rubric(UUID assignmentId) {
        var desk = repository.find(assignmentId, viewer()).orElseThrow(NotVisible::new);
        access.require(Action.WRITE_EVALUATION, desk.place());
        return rubric(desk);
    }

    /**
     * Keeps what was typed, complete and in range or not; publishes {@link EvaluationDraftSaved}.
     *
     * @param version of the evaluation that was read, 0 before the first save
     * @return what is stored now
     * @throws EvaluationChanged if other content was saved since that version
     * @throws EvaluationClosed if it is handed in, the assignment has ended, or the round is not open
     * @throws InvalidInput if it cannot be stored: unknown criteria, absurd numbers, texts that are too long
     */
    public EvaluationView saveDraft(UUID assignmentId, Map<String, ScoreValue> scores, String comment, int version) {
        return save(assignmentId, rubric -> scores, comment, version);
    }

    /** Like {@link #saveDraft}, with plain answers as {@link RubricView#scores} reads them. */
    public EvaluationView saveAnswers(UUID assignmentId, Map<String, ?> answers, String comment, int version) {
        return save(assignmentId, rubric -> rubric.scores(answers), comment, version);
    }

    /**
     * Hands in all scores of one evaluation; publishes {@link EvaluationSubmitted}.
     *
     * @throws EvaluationClosed if they were handed in before, the assignment has ended, the round is not open, or its
     *     deadline and grace period have passed by the database's clock
     * @throws InvalidInput if scores are missing or invalid under the rubric; places are {@code scores.<criterion>}
     */
    public void submit(UUID assignmentId, Map<String, ScoreValue> scores, String comment) {
        handIn(assignmentId, rubric -> scores, comment);
    }

    /**
     * Saves what was typed over the version that was read, and has the turn of the work from then on: for those who hand
     * it in at once, by completing the task.
     */
    public EvaluationView saveInTurn(UUID assignmentId, Map<String, ?> answers, String comment, int version) {
        assignments.takeTurn(assignmentId);
        return saveAnswers(assignmentId, answers, comment, version);
    }

    /** Like {@link #submit}, with plain answers as {@link RubricView#scores} reads them. */
    public void submitAnswers(UUID assignmentId, Map<String, ?> answers, String comment) {
        handIn(assignmentId, rubric -> rubric.scores(answers), comment);
    }

    /**
     * Gives a submitted evaluation back to its juror, while the round is open; it does not count until handed in again.
     * For administrators and the chair of the juror's jury. Publishes {@link EvaluationReopened}.
     *
     * @throws NotVisible if the viewer sees no such evaluation
     * @throws EvaluationClosed if it is not submitted, or the round is not open
     */
    public void reopen(UUID evaluationId, String reason) {
        var viewer = access.viewer();
        repository.assignment(evaluationId).ifPresent(assignments::takeTurn);
        var desk = repository.lockByEvaluation(evaluationId).orElseThrow(NotVisible::new);
        if (!chairs(desk)) {
            requireReopening(desk);
        }
        EvaluationInput.requireReason(reason);
        desk.requireWritable();
        if (!repository.reopen(evaluationId, viewer.personId(), reason)) {
            throw EvaluationClosed.notSubmitted();
        }
        var evaluation = desk.evaluation();
        events.publishEvent(new EvaluationReopened(
                evaluationId,
                evaluation.assignmentId(),
                evaluation.roundId(),
                evaluation.projectId(),
                desk.personId(),
                desk.competitionId(),
                viewer.personId(),
                reason,
                desk.now()));
    }

    /**
     * Ends the own assignment without scores; publishes {@link EvaluationAbstained}. An abstention never counts as zero.
     *
     * @throws EvaluationClosed if scores are handed in, the assignment has ended, or the round is not open
     */
    public void abstain(UUID assignmentId, String reason) {
        assignments.takeTurn(assignmentId);
        var desk = lockOwn(assignmentId);
        EvaluationInput.requireReason(reason);
        if (repository.submitted(assignmentId)) {
            throw EvaluationClosed.alreadySubmitted();
        }
        if (!assignments.abstain(assignmentId, reason)) {
            throw EvaluationClosed.assignmentEnded();
        }
        var evaluation = desk.evaluation();
        events.publishEvent(new EvaluationAbstained(
                assignmentId,
                evaluation.roundId(),
                evaluation.projectId(),
                desk.personId(),
                desk.competitionId(),
                reason,
                desk.now()));
    }

    /**
     * The evaluations of a round that the viewer may read, in the order their projects were entered: administrators see
     * who has handed in, and the content once the round is closed; observers after it is closed; jurors in deliberation,
     * for projects they have scored themselves. Never those of a project the viewer is in conflict with. Publishes
     * {@link PersonalDataRead}.
     */
    public Page<EvaluationView> of(UUID roundId, PageRequest page) {
        return list.of(roundId, page);
    }

    private EvaluationView save(
            UUID assignmentId, Function<RubricView, Map<String, ScoreValue>> answers, String comment, int version) {
        var desk = lockOwn(assignmentId);
        var rubric = rubric(desk);
        var scores = answers.apply(rubric);
        EvaluationInput.require(rubric.draftFindings(scores), comment);
        var saved = repository.saveDraft(desk, scores, comment, version);
        var stored =
                repository.find(assignmentId, desk.personId()).orElseThrow().evaluation();
        if (saved.isEmpty() && stored.state() == EvaluationState.SUBMITTED) {
            throw EvaluationClosed.alreadySubmitted();
        }
        // the same text twice is a repeated request, not a conflict
        if (saved.isEmpty()
                && !(stored.scores().equals(scores) && stored.comment().equals(comment))) {
            throw new EvaluationChanged(stored);
        }
        saved.ifPresent(saving -> events.publishEvent(new EvaluationDraftSaved(
                Objects.requireNonNull(stored.id()),
                assignmentId,
                stored.roundId(),
                stored.projectId(),
                desk.personId(),
                saving,
                desk.competitionId(),
                desk.now())));
        return stored;
    }

    private void handIn(UUID assignmentId, Function<RubricView, Map<String, ScoreValue>> answers, String comment) {
        assignments.takeTurn(assignmentId);
        var desk = lockOwn(assignmentId);
        if (desk.evaluation().state() == EvaluationState.SUBMITTED) {
            throw EvaluationClosed.alreadySubmitted();
        }
        var rubric = rubric(desk);
        var scores = answers.apply(rubric);
        EvaluationInput.require(rubric.findings(scores), comment);
        var total = rubric.total(scores);
        var evaluationId =
                repository.submit(desk, scores, comment, total).orElseThrow(EvaluationClosed::alreadySubmitted);
        var evaluation = desk.evaluation();
        events.publishEvent(new EvaluationSubmitted(
                evaluationId,
                assignmentId,
                evaluation.roundId(),
                evaluation.projectId(),
                desk.personId(),
                desk.competitionId(),
                desk.handingIn(scores, comment, total),
                desk.now()));
    }

    private Desk lockOwn(UUID assignmentId) {
        var desk = repository.lock(assignmentId, viewer()).orElseThrow(NotVisible::new);
        if (desk.assignmentState() == AssignmentState.ABSTAINED || desk.assignmentState() == AssignmentState.REPLACED) {
            throw EvaluationClosed.assignmentEnded();
        }
        access.require(Action.WRITE_EVALUATION, desk.place());
        desk.requireWritable();
        return desk;
    }

    private boolean chairs(Desk desk) {
        var viewer = access.viewer();
        return viewer.holds(Role.JURY_MEMBER, desk.place())
                && !access.withheld(desk.competitionId())
                        .contains(desk.evaluation().projectId())
                && repository.chairs(viewer.personId(), desk.evaluation().jurorId(), desk.competitionId());
    }

    /** For whoever sees the project but not this evaluation, there is none. */
    private void requireReopening(Desk desk) {
        if (!desk.personId().equals(viewer()) && !access.may(Action.READ_EVALUATIONS, desk.place())) {
            throw new NotVisible();
        }
        access.require(Action.REOPEN_EVALUATION, desk.place());
    }

    private RubricView rubric(Desk desk) {
        var rubricId = desk.rubricId();
        if (rubricId == null) {
            throw EvaluationClosed.withoutRubric();
        }
        return rubrics.find(rubricId, desk.rubricVersion());
    }

    private UUID viewer() {
        return access.viewer().personId();
    }
}
