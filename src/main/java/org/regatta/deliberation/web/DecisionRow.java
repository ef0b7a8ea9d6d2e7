package org.regatta.deliberation.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.regatta.deliberation.DecisionState;
import org.regatta.deliberation.DecisionView;
import org.regatta.shared.Finding;
import org.springframework.util.MultiValueMap;

/**
 * One project of the sheet: what is stored, and what the fields hold.
 *
 * @param outcome the chosen outcome's name; empty while nobody has decided
 * @param shown the mark of what the fields held before anybody typed
 * @param findings what is wrong with what was typed
 */
public record DecisionRow(
        DecisionView decision,
        String outcome,
        String place,
        String award,
        String reason,
        String shown,
        List<Finding> findings) {

    static DecisionRow of(DecisionView decision) {
        var outcome = decision.outcome() == null ? decision.proposed() : decision.outcome();
        var place = decision.place();
        return of(
                decision,
                outcome == null ? "" : outcome.name(),
                place == null ? "" : place.toString(),
                Objects.requireNonNullElse(decision.award(), ""),
                decision.reason());
    }

    private static DecisionRow of(DecisionView decision, String outcome, String place, String award, String reason) {
        return new DecisionRow(decision, outcome, place, award, reason, mark(outcome, place, award, reason), List.of());
    }

    /** What somebody typed over it, or what is stored where nobody did. */
    static DecisionRow typed(DecisionView decision, MultiValueMap<String, String> form) {
        var typed = of(
                decision,
                field(form, "outcome", decision),
                field(form, "place", decision),
                field(form, "award", decision),
                field(form, "reason", decision));
        var shown = field(form, "shown", decision);
        return typed.shown().equals(shown) ? of(decision) : typed.over(shown);
    }

    private DecisionRow over(String before) {
        return new DecisionRow(decision, outcome, place, award, reason, before, findings);
    }

    /** The same with what is wrong with it. */
    DecisionRow with(List<Finding> wrong) {
        return new DecisionRow(decision, outcome, place, award, reason, shown, wrong);
    }

    /** Whether somebody typed something else than what is stored. */
    boolean touched() {
        return !mark(outcome, place, award, reason).equals(stored());
    }

    /** Whether something else is stored than what was typed over. */
    public boolean overtaken() {
        return touched() && !shown.equals(stored());
    }

    /** The mark of what is stored: what a form made now is typed over. */
    public String stored() {
        return of(decision).shown();
    }

    /** Whether the outcome shown is only the ranking's proposal. */
    public boolean proposal() {
        return decision.state() == DecisionState.PROPOSED && !outcome.isEmpty();
    }

    /** Fields of one line lose the line breaks of what they show. */
    private static String mark(String... fields) {
        var text = String.join("\u0000", fields).replaceAll("[\r\n]", "");
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String field(MultiValueMap<String, String> form, String name, DecisionView decision) {
        var typed = form.getFirst(name + "-" + decision.projectId());
        return typed == null ? "" : typed.strip();
    }
}
