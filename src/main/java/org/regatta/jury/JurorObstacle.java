package org.regatta.jury;

import org.regatta.shared.Finding;

/** What keeps a juror from being given a project. */
enum JurorObstacle {
    NOT_SEATED("This juror sits in no jury of this round that reads the project.", "Choose a juror of one that does."),
    RESTING("This juror gets no assignments.", "Choose another juror, or give this one assignments again."),
    KEPT_AWAY(
            "This juror has a conflict of interest with the project, or was taken off it.",
            "Choose a juror who has nothing to do with it."),
    COMPETES("This juror has a project of their own in the competition.", "Choose another juror."),
    ASSIGNED("This juror has the project in this round, or had it.", "Choose a juror who has not read it.");

    private final String problem;
    private final String remedy;

    JurorObstacle(String problem, String remedy) {
        this.problem = problem;
        this.remedy = remedy;
    }

    /** As it is said to whoever wanted to give the project. */
    Finding finding() {
        return new Finding("jurorId", problem, remedy);
    }
}
