package org.regatta.deliberation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.regatta.deliberation.Decisions;
import org.regatta.identity.ActionForbidden;
import org.regatta.shared.PageRequest;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The decisions of a deliberation, prepared one by one on a page of them: {@code deliberation/decisions.html}. */
@Controller
class DecisionPageController {

    private static final int ROWS = 50;

    private final Decisions decisions;
    private final DecisionFrame frame;

    DecisionPageController(Decisions decisions, DecisionFrame frame) {
        this.decisions = decisions;
        this.frame = frame;
    }

    @GetMapping("/rounds/{roundId}/decisions")
    String show(@PathVariable UUID roundId, Wanted wanted, @RequestParam(defaultValue = "0") int page, Model model) {
        var query = wanted.of(roundId);
        var found = decisions.sheet(roundId, query.filter(), new PageRequest(page, ROWS));
        return frame.page(query, found.summary(), DecisionSheet.stored(found.page()), model);
    }

    /** Saves the rows somebody typed in; whatever refuses them, the sheet comes back as it was typed. */
    @PostMapping("/rounds/{roundId}/decisions")
    String decide(
            @PathVariable UUID roundId,
            Wanted wanted,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var query = wanted.of(roundId);
        var sent = form.getFirst("page");
        var here = new PageRequest(sent == null || !sent.matches("\\d{1,6}") ? 0 : Integer.parseInt(sent), ROWS);
        var sheet = typed(query, here, form);
        if (sheet.read().isEmpty()) {
            flash.addFlashAttribute("done", "decisions.nothing");
            return "redirect:" + query.here() + "page=" + here.number();
        }
        try {
            decisions.requireDeciding(roundId);
            flash.addFlashAttribute("batch", decisions.decide(roundId, sheet.decisions(), sheet.read()));
        } catch (ActionForbidden denied) {
            throw denied; // whoever only reads the sheet has nothing to do over
        } catch (Problem refused) {
            response.setStatus(ProblemAnswers.status(refused).value());
            // what is stored may have changed since it was read
            var summary = decisions.sheet(roundId, query.filter(), here).summary();
            return frame.page(query, summary, typed(query, here, form).refused(refused), model);
        }
        flash.addFlashAttribute("done", "decisions.saved");
        return "redirect:" + query.here() + "page=" + here.number();
    }

    private DecisionSheet typed(DecisionQuery query, PageRequest page, MultiValueMap<String, String> form) {
        var list = decisions.sheet(query.roundId(), query.filter(), page).page();
        return DecisionSheet.typed(list, decisions.some(query.roundId(), DecisionSheet.projects(form)), form);
    }

    @PostMapping("/rounds/{roundId}/decisions/undo")
    String undo(@PathVariable UUID roundId, @RequestParam UUID batch, RedirectAttributes flash) {
        decisions.undo(roundId, batch);
        flash.addFlashAttribute("done", "decisions.undone");
        return "redirect:/rounds/" + roundId + "/decisions";
    }

    @PostMapping("/rounds/{roundId}/decisions/cancel-release")
    String cancelRelease(@PathVariable UUID roundId, RedirectAttributes flash) {
        decisions.cancelRelease(roundId);
        flash.addFlashAttribute("done", "decisions.releaseCancelled");
        return "redirect:/rounds/" + roundId + "/decisions";
    }
}
