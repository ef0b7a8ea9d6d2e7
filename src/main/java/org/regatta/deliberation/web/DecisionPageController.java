package org.regatta.deliberation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.regatta.deliberation.Decisions;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
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

    @PostMapping("/rounds/{roundId}/decisions")
    String decide(
            @PathVariable UUID roundId,
            Wanted wanted,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var query = wanted.of(roundId);
        var page = DecisionSheet.pageOf(form);
        var found = decisions.sheet(roundId, query.filter(), new PageRequest(page, ROWS));
        var sheet = DecisionSheet.typed(found.page(), form);
        var changed = sheet.decisions();
        if (changed.isEmpty()) {
            flash.addFlashAttribute("done", "decisions.nothing");
            return "redirect:" + query.here() + "page=" + page;
        }
        try {
            flash.addFlashAttribute("batch", decisions.decide(roundId, changed));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return frame.page(query, found.summary(), sheet.with(refused.findings()), model);
        }
        flash.addFlashAttribute("done", "decisions.saved");
        return "redirect:" + query.here() + "page=" + page;
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
