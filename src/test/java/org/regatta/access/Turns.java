package org.regatta.access;

import java.util.List;

/**
 * At which stages a caller asks a row. Where the stage makes a difference to the caller, at each of them. Where it makes none,
 * callers take turns: each asks at one, all of them together at every stage there is, so that an answer that depends on the
 * stage after all is a deviation. What shows a project is asked at each stage all the same. Whoever is sent away at the door
 * asks once, and so does each of those who have nothing to do with the program, as a check that is missing lets all of them in.
 */
final class Turns {

    /** Alike in having no right there: together they ask at every stage. */
    private static final List<String> STRANGERS =
            List.of("programAdminElsewhere", "observerElsewhere", "jurorElsewhere", "roleless", "expired");

    private Turns() {}

    /** The stages, of those at which the row can be asked. */
    static List<Stage> of(MatrixRow row, Caller caller, List<Stage> possible) {
        var everywhere = row.dependsOnTheStage(caller.name()) || (row.reads() && row.ofProject());
        return everywhere && !STRANGERS.contains(caller.name()) && !row.endsAtTheDoor(caller.name())
                ? possible
                : List.of(one(row, caller, possible));
    }

    /** The one of them whose turn it is; the same at every run, and whatever other rows there are. */
    static Stage one(MatrixRow row, Caller caller, List<Stage> possible) {
        var stranger = STRANGERS.indexOf(caller.name());
        var turn = row.title().hashCode() + (stranger < 0 ? caller.name().hashCode() : stranger);
        return possible.get(Math.floorMod(turn, possible.size()));
    }
}
