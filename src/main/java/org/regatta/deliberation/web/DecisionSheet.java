package org.regatta.deliberation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionState;
import org.regatta.deliberation.DecisionView;
import org.regatta.deliberation.NewDecision;
import org.regatta.deliberation.Outcome;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.springframework.util.MultiValueMap;

/** A page of decisions as its form holds them. */
record DecisionSheet(Page<DecisionView> page, List<DecisionRow> rows) {

    private static final Pattern PLACE = Pattern.compile("decisions\\[(\\d+)].*");

    /** As it is stored. */
    static DecisionSheet stored(Page<DecisionView> page) {
        return new DecisionSheet(
                page, page.items().stream().map(DecisionRow::of).toList());
    }

    /** Which page of the list the form was. */
    static int pageOf(MultiValueMap<String, String> form) {
        var page = number(Objects.requireNonNullElse(form.getFirst("page"), ""));
        return page == null ? 0 : page;
    }

    /** What somebody typed over {@code page}: the fields are named after the project, {@code outcome-<id>}. */
    static DecisionSheet typed(Page<DecisionView> page, MultiValueMap<String, String> form) {
        return new DecisionSheet(
                page,
                page.items().stream()
                        .map(decision -> new DecisionRow(
                                decision,
                                field(form, "outcome", decision),
                                field(form, "place", decision),
                                field(form, "award", decision),
                                field(form, "reason", decision),
                                List.of()))
                        .toList());
    }

    /** Whether anything on it can still be changed. */
    boolean changeable() {
        return page.items().stream()
                .anyMatch(one -> one.state() == DecisionState.PROPOSED || one.state() == DecisionState.PREPARED);
    }

    /** Those with an outcome that somebody touched, as the service takes them. */
    List<NewDecision> decisions() {
        return decided().stream()
                .map(row -> new NewDecision(
                        row.decision().projectId(),
                        Outcome.valueOf(row.outcome()),
                        number(row.place()),
                        row.award().isEmpty() ? null : row.award(),
                        row.reason()))
                .toList();
    }

    /** The same with each finding at its row. */
    DecisionSheet with(List<Finding> findings) {
        var decided = decided();
        var marked = new ArrayList<DecisionRow>();
        for (var row : rows) {
            var own = findings.stream()
                    .filter(finding -> index(finding) == decided.indexOf(row) && index(finding) >= 0)
                    .toList();
            marked.add(new DecisionRow(row.decision(), row.outcome(), row.place(), row.award(), row.reason(), own));
        }
        return new DecisionSheet(page, marked);
    }

    /** How many rows have findings. */
    public long wrong() {
        return rows.stream().filter(row -> !row.findings().isEmpty()).count();
    }

    private List<DecisionRow> decided() {
        return rows.stream()
                .filter(row -> !row.outcome().isEmpty() && !row.untouched())
                .toList();
    }

    private static int index(Finding finding) {
        var matcher = PLACE.matcher(finding.place());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static @Nullable Integer number(String typed) {
        try {
            return typed.isEmpty() ? null : Integer.valueOf(typed);
        } catch (NumberFormatException unreadable) {
            throw new InvalidInput(
                    new Finding("place", "\"" + typed + "\" is not a place.", "Write a whole number from 1."));
        }
    }

    private static String field(MultiValueMap<String, String> form, String name, DecisionView decision) {
        var typed = form.getFirst(name + "-" + decision.projectId());
        return typed == null ? "" : typed.strip();
    }
}
