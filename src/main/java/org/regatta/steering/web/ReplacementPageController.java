package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.Replacements;
import org.regatta.evaluation.Replacements.Candidate;
import org.regatta.shared.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
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

    ReplacementPageController(Replacements replacements, Rounds rounds, Competitions competitions) {
        this.replacements = replacements;
        this.rounds = rounds;
        this.competitions = competitions;
    }

    @GetMapping("/rounds/{roundId}/jurors/{jurorId}/replacement")
    String ask(@PathVariable UUID roundId, @PathVariable UUID jurorId, Model model) {
        return fill(roundId, jurorId, new Typed(new LinkedMultiValueMap<>()), model);
    }

    /** Searches those who could take over for the list on the page; what was typed stays. */
    @PostMapping("/rounds/{roundId}/jurors/{jurorId}/replacement/people")
    String find(
            @PathVariable UUID roundId,
            @PathVariable UUID jurorId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        model.addAttribute("typed", fields);
        return fill(roundId, jurorId, new Typed(fields), model);
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
            if (outcome.given() > 0) {
                flash.addFlashAttribute(
                        "takeBack",
                        "/rounds/" + roundId + "/jurors/" + jurorId + "/replacement/undo?last="
                                + typed.checked("last"));
            }
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            model.addAttribute("typed", fields);
            return fill(roundId, jurorId, typed, model);
        }
        return "redirect:/rounds/" + roundId;
    }

    /** Takes a replacement back, within a minute. */
    @PostMapping("/rounds/{roundId}/jurors/{jurorId}/replacement/undo")
    String undo(
            @PathVariable UUID roundId,
            @PathVariable UUID jurorId,
            @RequestParam(defaultValue = "false") boolean last,
            RedirectAttributes flash) {
        var outcome = replacements.undo(roundId, jurorId, last);
        flash.addFlashAttribute("done", outcome.kept() == 0 ? "replacement.undone" : "replacement.undone.partly");
        return "redirect:/rounds/" + roundId;
    }

    private String fill(UUID roundId, UUID jurorId, Typed typed, Model model) {
        var round = rounds.get(roundId);
        var candidates = replacements.candidates(roundId, jurorId);
        var search = new PeopleSearch(typed.text("q"));
        var found = candidates.stream()
                .filter(one -> search.finds(one.name(), one.label()))
                .toList();
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("jurorId", jurorId);
        model.addAttribute("label", replacements.label(roundId, jurorId));
        model.addAttribute("open", replacements.open(roundId, jurorId));
        model.addAttribute("all", candidates.size());
        model.addAttribute("found", found.size());
        model.addAttribute("chosen", typed.text("replacementId"));
        model.addAttribute("search", search.text());
        model.addAttribute("candidates", shown(candidates, found, typed.text("replacementId")));
        return "steering/replacement";
    }

    /** Whoever is chosen, then the first who are found. */
    private static List<Candidate> shown(List<Candidate> all, List<Candidate> found, String chosen) {
        return Stream.concat(
                        all.stream().filter(one -> one.jurorId().toString().equals(chosen)),
                        found.stream()
                                .filter(one -> !one.jurorId().toString().equals(chosen))
                                .limit(PeopleSearch.SHOWN))
                .toList();
    }
}
