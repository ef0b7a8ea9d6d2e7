package org.regatta.evaluation;

import org.regatta.shared.Problem;

/** The evaluation cannot be written or handed in (any more); the message says why and what to do. */
public class EvaluationClosed extends Problem {

    /** Why. */
    public enum Reason {
        /** It is handed in. */
        ALREADY_SUBMITTED,
        /** It is with its juror; there is nothing to give back. */
        NOT_SUBMITTED,
        /** The time in which a juror takes back what was just handed in is over. */
        TOO_LATE_TO_TAKE_BACK,
        /** The juror was taken off the project, or abstained. */
        ASSIGNMENT_ENDED,
        /** The round has not opened. */
        ROUND_NOT_OPEN_YET,
        /** The round has closed. */
        ROUND_OVER,
        /** Deadline and grace have passed. */
        DEADLINE_PASSED,
        /** The round has nothing to score under. */
        WITHOUT_RUBRIC
    }

    private final Reason reason;

    private EvaluationClosed(Reason reason, String message) {
        super(Kind.CONFLICT, message);
        this.reason = reason;
    }

    /** Why, for pages that say it in the reader's language. */
    public Reason reason() {
        return reason;
    }

    static EvaluationClosed alreadySubmitted() {
        return new EvaluationClosed(
                Reason.ALREADY_SUBMITTED,
                "These scores have been handed in already. Ask the chair or the organiser to reopen the evaluation.");
    }

    static EvaluationClosed notSubmitted() {
        return new EvaluationClosed(
                Reason.NOT_SUBMITTED, "The evaluation is with its juror already; there is nothing to reopen.");
    }

    static EvaluationClosed tooLateToTakeBack() {
        return new EvaluationClosed(
                Reason.TOO_LATE_TO_TAKE_BACK,
                "The time to undo is over; the evaluation stays handed in. Ask the chair or the organiser to reopen it.");
    }

    static EvaluationClosed assignmentEnded() {
        return new EvaluationClosed(
                Reason.ASSIGNMENT_ENDED,
                "You do not evaluate this project any more: the assignment has ended. Ask the organiser if this is wrong.");
    }

    static EvaluationClosed roundNotOpenYet() {
        return new EvaluationClosed(
                Reason.ROUND_NOT_OPEN_YET,
                "The round is not open yet. Come back when it opens; the organiser sets the date.");
    }

    static EvaluationClosed roundOver() {
        return new EvaluationClosed(
                Reason.ROUND_OVER,
                "The round is closed. What you saved is kept; ask the organiser whether it can still be counted.");
    }

    static EvaluationClosed deadlinePassed(String deadline) {
        return new EvaluationClosed(
                Reason.DEADLINE_PASSED,
                "The deadline passed at " + deadline
                        + ". What you saved is kept; ask the organiser to extend the deadline.");
    }

    static EvaluationClosed withoutRubric() {
        return new EvaluationClosed(
                Reason.WITHOUT_RUBRIC,
                "The round has no rubric, so there is nothing to score. Ask the organiser to set one.");
    }
}
