package org.regatta.workflow;

import java.util.UUID;

/**
 * Which instances of a process are looked at together.
 *
 * @param processKey the model, {@code evaluateProject}
 * @param subjectId a competition or a round
 * @param perProject whether one instance runs for each project of the round ({@code round:project}), not one for the
 *     subject itself
 */
public record ProcessScope(String processKey, UUID subjectId, boolean perProject) {

    /** The one instance of a competition or a round. */
    public static ProcessScope of(String processKey, UUID subjectId) {
        return new ProcessScope(processKey, subjectId, false);
    }

    /** The work on the projects of a round. */
    public static ProcessScope perProject(String processKey, UUID roundId) {
        return new ProcessScope(processKey, roundId, true);
    }

    /** The business key of its instance; for the work on projects, the beginning of all of theirs. */
    public String businessKey() {
        return perProject ? subjectId + ":" : subjectId.toString();
    }
}
