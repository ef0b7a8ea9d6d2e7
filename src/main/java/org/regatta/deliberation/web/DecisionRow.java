package org.regatta.deliberation.web;

import java.util.List;
import org.regatta.deliberation.DecisionState;
import org.regatta.deliberation.DecisionView;
import org.regatta.shared.Finding;

/**
 * One project of the sheet: what is stored, and what the fields hold.
 *
 * @param outcome the chosen outcome's name; empty while nobody has decided
 * @param findings what is wrong with what was typed
 */
record DecisionRow(
        DecisionView decision, String outcome, String place, String award, String reason, List<Finding> findings) {

    static DecisionRow of(DecisionView decision) {
        var outcome = decision.outcome() == null ? decision.proposed() : decision.outcome();
        var place = decision.place();
        var award = decision.award();
        return new DecisionRow(
                decision,
                outcome == null ? "" : outcome.name(),
                place == null ? "" : place.toString(),
                award == null ? "" : award,
                decision.reason(),
                List.of());
    }

    /** Whether the fields hold what is stored. */
    boolean untouched() {
        var stored = of(decision);
        return outcome.equals(stored.outcome())
                && place.equals(stored.place())
                && award.equals(stored.award())
                && reason.equals(stored.reason());
    }

    /** Whether the outcome shown is only the ranking's proposal. */
    public boolean proposal() {
        return decision.state() == DecisionState.PROPOSED && !outcome.isEmpty();
    }
}
