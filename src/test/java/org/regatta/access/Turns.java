package org.regatta.access;

import java.util.List;

/**
 * At which stages a caller asks a row. Where the stage makes a difference to the caller, at each of them. Where it makes none,
 * callers take turns: each asks at one, all of them together at every stage there is, so that an answer that depends on the
 * stage after all is a deviation. What shows a project is asked at each stage all the same. Whoever is sent away at the door
 * asks once, and so does each of those who have nothing to do with the program, as a check that is missing lets all of them in.
 * Where it makes no difference what people of one role have to do with a project, they take turns from row to row.
 */
final class Turns {

    /** Alike in having no right there: together they ask at every stage. */
    private static final List<String> STRANGERS =
            List.of("programAdminElsewhere", "observerElsewhere", "jurorElsewhere", "roleless", "expired");

    /** Alike in their role, and different only in what they have to do with the project or the place. */
    private static final List<List<String>> OF_ONE_ROLE = List.of(
            List.of("superAdmin", "superAdminInConflict"),
            List.of("programAdmin", "programAdminInConflict", "competitionAdmin"),
            List.of("observer", "observerInConflict"),
            List.of("awardMaster", "awardMasterInConflict"),
            List.of("juror", "jurorOfOther", "jurorRecused", "jurorInConflict", "jurorCompeting"),
            List.of("mentor", "mentorOfProject", "mentorInConflict"),
            List.of("applicant", "applicantElsewhere", "applicantWithout"));

    private Turns() {}

    /**
     * Whether it is the caller's turn to ask the row at all: everybody's, but where all of one role get the same, one of
     * them asks, another one at the next row.
     */
    static boolean asks(MatrixRow row, Caller caller) {
        if (!row.isFor(caller.name())) {
            return false;
        }
        if (row.reads() && row.ofProject()) {
            return true;
        }
        return OF_ONE_ROLE.stream()
                .filter(role -> role.contains(caller.name()) && row.isTheSameFor(role))
                .allMatch(role -> role.get(Math.floorMod(row.title().hashCode(), role.size()))
                        .equals(caller.name()));
    }

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
