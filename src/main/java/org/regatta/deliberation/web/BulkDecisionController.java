package org.regatta.deliberation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionChange;
import org.regatta.deliberation.Decisions;
import org.regatta.deliberation.Outcome;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One outcome and reason for many projects: proposed, previewed, applied: {@code deliberation/preview.html}. */
@Controller
class BulkDecisionController {

    private static final int SHOWN = 50;

    private final Decisions decisions;
    private final DecisionFrame frame;

    BulkDecisionController(Decisions decisions, DecisionFrame frame) {
        this.decisions = decisions;
        this.frame = frame;
    }

    /**
     * What is proposed.
     *
     * @param project ticked projects; none: all that the view's filter shows
     * @param expected how many changes were previewed; null before the preview
     */
    record Bulk(
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable List<UUID> project,
            @Nullable Integer expected) {

        /** The one outcome for all. */
        public Outcome wanted() {
            if (outcome == null) {
                throw new InvalidInput(new Finding("outcome", "The outcome is missing.", "Choose one."));
            }
            return outcome;
        }

        /** Why, without blanks around. */
        public String why() {
            return reason == null ? "" : reason.strip();
        }

        /** The ticked projects; empty for all. */
        public List<UUID> chosen() {
            return project == null ? List.of() : project;
        }
    }

    @PostMapping("/rounds/{roundId}/decisions/preview")
    String preview(@PathVariable UUID roundId, Wanted wanted, Bulk bulk, Model model) {
        var query = wanted.of(roundId);
        return page(query, bulk, changes(query, bulk), false, model);
    }

    @PostMapping("/rounds/{roundId}/decisions/apply")
    String apply(
            @PathVariable UUID roundId,
            Wanted wanted,
            Bulk bulk,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var query = wanted.of(roundId);
        var changes = changes(query, bulk);
        var expected = bulk.expected();
        if (changes.isEmpty()
                || expected == null
                || expected != changes.size()
                || changes.stream().anyMatch(change -> !change.findings().isEmpty())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(query, bulk, changes, true, model);
        }
        var after = changes.stream().map(DecisionChange::after).toList();
        flash.addFlashAttribute("batch", decisions.decide(roundId, after));
        flash.addFlashAttribute("done", "decisions.applied");
        return "redirect:/rounds/" + roundId + "/decisions";
    }

    private List<DecisionChange> changes(DecisionQuery query, Bulk bulk) {
        decisions.requireDeciding(query.roundId());
        var chosen = bulk.chosen();
        return decisions.preview(
                query.roundId(), query.filter(), chosen.isEmpty() ? null : chosen, bulk.wanted(), bulk.why());
    }

    private String page(DecisionQuery query, Bulk bulk, List<DecisionChange> changes, boolean refused, Model model) {
        frame.fill(query, model);
        model.addAttribute("bulk", bulk);
        model.addAttribute("changes", changes.stream().limit(SHOWN).toList());
        model.addAttribute("total", changes.size());
        var wrong =
                changes.stream().filter(change -> !change.findings().isEmpty()).toList();
        model.addAttribute("wrong", wrong.size());
        model.addAttribute("firstWrong", wrong.isEmpty() ? null : wrong.getFirst());
        model.addAttribute("refused", refused);
        return "deliberation/preview";
    }
}
