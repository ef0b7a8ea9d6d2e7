package org.regatta.competition;

/**
 * What a team is told about its project in an evaluation round once the decision on it is released; each tells more than
 * the one before. Settled before the round opens: jurors know from the first word on who reads it.
 */
public enum Feedback {
    /** What was decided, and nothing of what it rests on. */
    DECISION,
    /** And the project's own result, its place and the means of its criteria. */
    RESULT,
    /** And what jurors wrote where the rubric asks for a text to the team, unnamed. */
    RESULT_AND_TEXTS;

    /** Whether the team is told the result. */
    public boolean tellsResult() {
        return this != DECISION;
    }

    /** Whether the team reads what jurors wrote to it. */
    public boolean tellsTexts() {
        return this == RESULT_AND_TEXTS;
    }
}
