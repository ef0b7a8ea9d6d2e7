package org.regatta.deliberation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionRepository.Locked;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** Which decisions people may write; places are {@code decisions[3].place} and the like. */
final class DecisionRules {

    private static final int LAST_PLACE = 100_000;
    private static final int LONGEST_AWARD = 200;
    private static final int LONGEST_REASON = 10_000;

    private final Map<UUID, Locked> open;
    private final List<Finding> findings = new ArrayList<>();

    private DecisionRules(Map<UUID, Locked> open) {
        this.open = open;
    }

    /**
     * Goes on only if all decisions can be taken.
     *
     * @param open the projects that are to be decided here and that the viewer may decide
     */
    static void check(List<NewDecision> decisions, Map<UUID, Locked> open) {
        var rules = new DecisionRules(open);
        rules.all(decisions);
        if (!rules.findings.isEmpty()) {
            throw new InvalidInput("The decisions cannot be taken like this; none was.", rules.findings);
        }
    }

    /** What is wrong with one decision by itself; empty for one that can be taken. */
    static List<Finding> findings(NewDecision decision, @Nullable Outcome proposed) {
        var rules = new DecisionRules(Map.of());
        rules.content("decision", decision, proposed);
        return List.copyOf(rules.findings);
    }

    private void all(List<NewDecision> decisions) {
        when(decisions.isEmpty(), "decisions", "There is no decision.", "Send at least one.");
        var seen = new HashSet<UUID>();
        for (int i = 0; i < decisions.size(); i++) {
            var place = "decisions[" + i + "]";
            var decision = decisions.get(i);
            when(
                    !seen.add(decision.projectId()),
                    place + ".projectId",
                    "The project is decided twice.",
                    "Decide each project once.");
            one(place, decision, open.get(decision.projectId()));
        }
    }

    private void one(String place, NewDecision decision, @Nullable Locked stored) {
        when(
                stored == null,
                place + ".projectId",
                "This project is not among those to be decided here.",
                "Take one of the list of decisions of this round.");
        content(place, decision, stored == null ? null : stored.proposed());
    }

    private void content(String place, NewDecision decision, @Nullable Outcome proposed) {
        awarded(place, decision);
        when(
                decision.reason().length() > LONGEST_REASON || decision.reason().indexOf('\0') >= 0,
                place + ".reason",
                "The reason is too long or contains a character with code 0.",
                "Use at most " + LONGEST_REASON + " characters.");
        var deviates = proposed != null && proposed != decision.outcome();
        when(
                decision.reason().isBlank() && deviates,
                place + ".reason",
                "This departs from what the ranking proposes, without a reason.",
                "Say why; those who look back will ask.");
        when(
                decision.reason().isBlank() && !deviates && decision.outcome() == Outcome.NOT_SELECTED,
                place + ".reason",
                "A project ends here, without a reason.",
                "Say why; the team deserves to know, and those who look back will ask.");
    }

    private void awarded(String place, NewDecision decision) {
        var position = decision.place();
        var award = decision.award();
        if (decision.outcome() != Outcome.AWARDED) {
            when(
                    position != null,
                    place + ".place",
                    "Only an awarded project has a place.",
                    "Leave the place out, or decide AWARDED.");
            when(
                    award != null,
                    place + ".award",
                    "Only an awarded project has an award.",
                    "Leave the award out, or decide AWARDED.");
            return;
        }
        when(
                position == null && (award == null || award.isBlank()),
                place + ".place",
                "There is neither a place nor an award.",
                "Give a place, an award, or both.");
        when(
                position != null && (position < 1 || position > LAST_PLACE),
                place + ".place",
                "There is no such place.",
                "Places count from 1 to " + LAST_PLACE + "; several projects may share one.");
        when(
                award != null
                        && (award.isBlank()
                                || award.length() > LONGEST_AWARD
                                || award.chars().anyMatch(Character::isISOControl)),
                place + ".award",
                "The award's name is empty, too long or contains control characters.",
                "Use 1 to " + LONGEST_AWARD + " printable characters.");
    }

    private void when(boolean wrong, String place, String message, String remedy) {
        if (wrong) {
            findings.add(new Finding(place, message, remedy));
        }
    }
}
