package org.regatta.deliberation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.Rounds;
import org.regatta.deliberation.Decisions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
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

/** The decisions of a deliberation, prepared a page at a time: {@code deliberation/decisions.html}. */
@Controller
class DecisionPageController {

    private static final int ROWS = 50;

    private final Decisions decisions;
    private final Rounds rounds;
    private final Competitions competitions;
    private final Access access;

    DecisionPageController(Decisions decisions, Rounds rounds, Competitions competitions, Access access) {
        this.decisions = decisions;
        this.rounds = rounds;
        this.competitions = competitions;
        this.access = access;
    }

    @GetMapping("/rounds/{roundId}/decisions")
    String show(@PathVariable UUID roundId, @RequestParam(defaultValue = "0") int page, Model model) {
        var found = decisions.of(roundId, new PageRequest(page, ROWS));
        return page(
                roundId,
                model,
                new DecisionSheet(
                        found, found.items().stream().map(DecisionRow::of).toList()));
    }

    @PostMapping("/rounds/{roundId}/decisions")
    String decide(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var sheet = DecisionSheet.typed(decisions.of(roundId, new PageRequest(page, ROWS)), form);
        try {
            decisions.decide(roundId, sheet.decisions());
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(roundId, model, sheet.with(refused.findings()));
        }
        flash.addFlashAttribute("done", "decisions.saved");
        return "redirect:/rounds/" + roundId + "/decisions?page=" + page;
    }

    private String page(UUID roundId, Model model, DecisionSheet sheet) {
        var round = rounds.get(roundId);
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "mayDecide",
                round.status() == RoundStatus.OPEN && sheet.changeable() && access.may(Action.DECIDE, round.place()));
        return "deliberation/decisions";
    }
}
