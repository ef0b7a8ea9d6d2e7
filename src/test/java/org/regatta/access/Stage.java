package org.regatta.access;

/** How far a competition is: what its call, its judging and its verdict are at. */
enum Stage {
    /** Set up, not started. */
    DRAFT("DRAFT", "PLANNED", "PLANNED", "PLANNED"),
    /** Teams write their projects. */
    CALL("RUNNING", "OPEN", "PLANNED", "PLANNED"),
    /** Jurors evaluate, blind. */
    JUDGING("RUNNING", "COMPLETED", "OPEN", "PLANNED"),
    /** The judging is closed and ranked; the jury deliberates. */
    DELIBERATION("RUNNING", "COMPLETED", "CLOSED", "OPEN"),
    /** Decisions are released, the competition is over. */
    RELEASED("CLOSED", "COMPLETED", "COMPLETED", "COMPLETED");

    final String competition;
    final String call;
    final String judging;
    final String verdict;

    Stage(String competition, String call, String judging, String verdict) {
        this.competition = competition;
        this.call = call;
        this.judging = judging;
        this.verdict = verdict;
    }

    /** Whether projects are handed in and given to jurors. */
    boolean judged() {
        return compareTo(JUDGING) >= 0;
    }

    /** Whether scores are final. */
    boolean ranked() {
        return compareTo(DELIBERATION) >= 0;
    }
}
