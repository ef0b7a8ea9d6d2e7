package org.regatta.evaluation;

import org.regatta.shared.Problem;

/** The evaluation cannot be written or handed in (any more); the message says why and what to do. */
public class EvaluationClosed extends Problem {

    private EvaluationClosed(String message) {
        super(Kind.CONFLICT, message);
    }

    static EvaluationClosed alreadySubmitted() {
        return new EvaluationClosed(
                "These scores have been handed in already. Ask the chair or the organiser to reopen the evaluation.");
    }

    static EvaluationClosed notSubmitted() {
        return new EvaluationClosed("The evaluation is with its juror already; there is nothing to reopen.");
    }

    static EvaluationClosed assignmentEnded() {
        return new EvaluationClosed(
                "You do not evaluate this project any more: the assignment has ended. Ask the organiser if this is wrong.");
    }

    static EvaluationClosed roundNotOpenYet() {
        return new EvaluationClosed("The round is not open yet. Come back when it opens; the organiser sets the date.");
    }

    static EvaluationClosed roundOver() {
        return new EvaluationClosed(
                "The round is closed. What you saved is kept; ask the organiser whether it can still be counted.");
    }

    static EvaluationClosed deadlinePassed(String deadline) {
        return new EvaluationClosed("The deadline passed at " + deadline
                + ". What you saved is kept; ask the organiser to extend the deadline.");
    }

    static EvaluationClosed withoutRubric() {
        return new EvaluationClosed(
                "The round has no rubric, so there is nothing to score. Ask the organiser to set one.");
    }
}
