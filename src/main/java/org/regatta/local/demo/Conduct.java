package org.regatta.local.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.Outcome;
import org.regatta.projectfile.FileType;

/**
 * What has happened so far in a competition of the demo, as {@code conduct.yaml} tells it.
 *
 * @param importer address of the person who brings the bundle in and starts the competition
 * @param organiser address of the person who runs it
 * @param finished keys of the rounds that are over
 * @param current key of the round people are in the middle of
 * @param thirdReaderFrom spread, in percent of the scale, from which on the current round asks for a third reader; 0: never
 * @param decisions what is decided where a policy leaves it to people
 * @param quality by number, from -1 to 1, of projects that are not as good as chance has it
 * @param severity by juror: how far above or below the others, as a share of the scale
 * @param pace by juror: how far in the current round
 * @param contested numbers of projects that everybody reads first and judges very differently
 * @param files by number: what the team adds before it hands in
 * @param mentors by address: numbers of the projects that the person accompanies
 * @param slip a mistake of the organiser that stops a process
 * @param steps what jurors and organiser do besides, in this order
 */
record Conduct(
        String importer,
        String organiser,
        List<String> finished,
        String current,
        int thirdReaderFrom,
        @Nullable Decided decisions,
        Map<String, Double> quality,
        Map<String, Double> severity,
        Map<String, Pace> pace,
        List<String> contested,
        Map<String, List<FileType>> files,
        Map<String, List<String>> mentors,
        @Nullable Slip slip,
        List<Step> steps) {

    Conduct {
        quality = quality == null ? Map.of() : Map.copyOf(quality);
        severity = severity == null ? Map.of() : Map.copyOf(severity);
        pace = pace == null ? Map.of() : Map.copyOf(pace);
        contested = contested == null ? List.of() : List.copyOf(contested);
        files = files == null ? Map.of() : Map.copyOf(files);
        mentors = mentors == null ? Map.of() : Map.copyOf(mentors);
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    /** An outcome and why. */
    record Decided(Outcome outcome, String reason) {}

    /** How many evaluations a juror has handed in, and how many more are drafts. */
    record Pace(int submitted, int drafts) {}

    /**
     * A tie rule that is added while a round runs, and taken back when its ranking could not be calculated.
     *
     * @param round its key
     * @param tieCriterion key of a criterion that the round's rubric does not have
     */
    record Slip(String round, String tieCriterion) {}

    /**
     * Something a juror does, or that happens to an evaluation of theirs.
     *
     * @param project its number
     */
    record Step(String juror, @JsonProperty("does") Kind kind, String project, String reason) {}

    /** What can happen besides evaluating. */
    enum Kind {
        /** The juror declares a conflict of interest. */
        @JsonProperty("declareConflict")
        CONFLICT,
        /** The juror steps back from the project. */
        @JsonProperty("recuse")
        RECUSAL,
        /** The organiser gives the juror's evaluation back. */
        @JsonProperty("reopened")
        REOPENED
    }

    /** The projects that a juror's steps are about. */
    List<String> stepsOf(String juror, Kind kind) {
        return steps.stream()
                .filter(step -> step.juror().equals(juror) && step.kind() == kind)
                .map(Step::project)
                .toList();
    }
}
