package org.regatta.workflow;

/**
 * How many instances are at one element of a diagram.
 *
 * @param here waiting at it or working on it now; at a user task, the tasks that wait
 * @param passed how often it was passed; at a user task, the tasks completed; at a sequence flow, how often it was taken
 * @param incidents how many stopped at it because something failed
 */
public record StepStanding(long here, long passed, long incidents) {

    /** Nothing is there and nothing was. */
    public static final StepStanding NONE = new StepStanding(0, 0, 0);

    /** Both together. */
    public StepStanding plus(StepStanding other) {
        return new StepStanding(here + other.here, passed + other.passed, incidents + other.incidents);
    }
}
