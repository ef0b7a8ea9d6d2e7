package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.Replacements;
import org.regatta.identity.NotVisible;
import org.regatta.jury.Juries;
import org.regatta.jury.JurorView;
import org.regatta.shared.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Gives what a silent juror has not handed in to others ({@code steering/replacement.html}). */
@Controller
class ReplacementPageController {

    private final Replacements replacements;
    private final Rounds rounds;
    private final Competitions competitions;
    private final Juries juries;

    ReplacementPageController(Replacements replacements, Rounds rounds, Competitions competitions, Juries juries) {
        this.replacements = replacements;
        this.rounds = rounds;
        this.competitions = competitions;
        this.juries = juries;
    }

    @GetMapping("/rounds/{roundId}/jurors/{jurorId}/replacement")
    String ask(@PathVariable UUID roundId, @PathVariable UUID jurorId, Model model) {
        return fill(roundId, jurorId, model);
    }

    /** Hands over; with {@code last} ticked the juror gets nothing in rounds to come either. */
    @PostMapping("/rounds/{roundId}/jurors/{jurorId}/replacement")
    String replace(
            @PathVariable UUID roundId,
            @PathVariable UUID jurorId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = new Typed(fields);
        try {
            var to = typed.id("replacementId");
            var reason = typed.text("reason");
            var outcome = typed.checked("last")
                    ? replacements.replaceForGood(roundId, jurorId, to, reason)
                    : replacements.replace(roundId, jurorId, to, reason);
            flash.addFlashAttribute("done", outcome.kept() == 0 ? "replacement.done" : "replacement.partly");
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            model.addAttribute("typed", fields);
            return fill(roundId, jurorId, model);
        }
        return "redirect:/rounds/" + roundId;
    }

    private String fill(UUID roundId, UUID jurorId, Model model) {
        var round = rounds.get(roundId);
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("juror", juror(round.competitionId(), jurorId));
        model.addAttribute("open", replacements.open(roundId, jurorId));
        model.addAttribute("candidates", replacements.candidates(roundId, jurorId));
        return "steering/replacement";
    }

    private JurorView juror(UUID competitionId, UUID jurorId) {
        return juries.of(competitionId).stream()
                .flatMap(jury -> juries.jurors(jury.id()).stream())
                .filter(one -> one.id().equals(jurorId))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }
}
