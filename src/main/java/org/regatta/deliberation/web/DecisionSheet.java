package org.regatta.deliberation.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionState;
import org.regatta.deliberation.DecisionView;
import org.regatta.deliberation.NewDecision;
import org.regatta.deliberation.Outcome;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.Problem;
import org.springframework.util.MultiValueMap;

/**
 * A page of decisions as its form holds them.
 *
 * @param refused why nothing was saved, where no row says it; empty for a sheet that was not refused
 */
public record DecisionSheet(Page<DecisionView> page, List<DecisionRow> rows, String refused) {

    private static final Pattern PLACE = Pattern.compile("decisions\\[(\\d+)].*");
    private static final Pattern ROW = Pattern.compile("outcome-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** As it is stored. */
    static DecisionSheet stored(Page<DecisionView> page) {
        return new DecisionSheet(
                page, page.items().stream().map(DecisionRow::of).toList(), "");
    }

    /** The projects that a form has rows of: the list may have been filtered anew since it was made. */
    static List<UUID> projects(MultiValueMap<String, String> form) {
        return form.keySet().stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> UUID.fromString(row.group(1)))
                .toList();
    }

    /**
     * What somebody typed over decisions: the fields are named after the project, {@code outcome-<id>}.
     *
     * @param of the page of the list as it is now
     */
    static DecisionSheet typed(
            Page<DecisionView> of, List<DecisionView> decisions, MultiValueMap<String, String> form) {
        var page = new Page<>(decisions, of.number(), of.size(), Math.max(of.total(), decisions.size()));
        return new DecisionSheet(
                page,
                decisions.stream().map(one -> DecisionRow.typed(one, form)).toList(),
                "");
    }

    /** Whether anything on it can still be changed. */
    boolean changeable() {
        return page.items().stream()
                .anyMatch(one -> one.state() == DecisionState.PROPOSED || one.state() == DecisionState.PREPARED);
    }

    /** What is stored where somebody typed something else. */
    List<DecisionView> read() {
        return touched().stream().map(DecisionRow::decision).toList();
    }

    /**
     * What somebody typed, as the service takes it.
     *
     * @throws ChangedMeanwhile if somebody else decided one of these rows after the form was made
     * @throws InvalidInput if one of them cannot be read
     */
    List<NewDecision> decisions() {
        if (rows.stream().anyMatch(DecisionRow::overtaken)) {
            throw new ChangedMeanwhile();
        }
        var touched = touched();
        var decisions = new ArrayList<NewDecision>();
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < touched.size(); at++) {
            var row = touched.get(at);
            var place = number(row.place());
            if (row.outcome().isEmpty()) {
                findings.add(new Finding(
                        "decisions[" + at + "].outcome",
                        "There is no outcome.",
                        "Choose one, or leave the row as it was."));
            } else if (place == null && !row.place().isEmpty()) {
                findings.add(new Finding(
                        "decisions[" + at + "].place",
                        "\"" + row.place() + "\" is not a place.",
                        "Write a whole number from 1."));
            } else {
                var award = row.award().isEmpty() ? null : row.award();
                decisions.add(new NewDecision(
                        row.decision().projectId(), Outcome.valueOf(row.outcome()), place, award, row.reason()));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("The decisions cannot be taken like this; none was.", findings);
        }
        return decisions;
    }

    /** The same with each finding at its row, or else with what the problem says. */
    DecisionSheet refused(Problem problem) {
        var touched = touched();
        var marked = new ArrayList<DecisionRow>();
        for (var row : rows) {
            marked.add(row.with(problem.findings().stream()
                    .filter(finding -> index(finding) >= 0 && index(finding) == touched.indexOf(row))
                    .toList()));
        }
        var said = problem instanceof InvalidInput || problem instanceof ChangedMeanwhile;
        return new DecisionSheet(page, marked, said ? "" : String.valueOf(problem.getMessage()));
    }

    /** How many rows have findings. */
    public long wrong() {
        return rows.stream().filter(row -> !row.findings().isEmpty()).count();
    }

    /** How many rows somebody else decided meanwhile. */
    public long overtaken() {
        return rows.stream().filter(DecisionRow::overtaken).count();
    }

    private List<DecisionRow> touched() {
        return rows.stream().filter(DecisionRow::touched).toList();
    }

    private static int index(Finding finding) {
        var matcher = PLACE.matcher(finding.place());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private static @Nullable Integer number(String typed) {
        try {
            return Integer.valueOf(typed);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
