package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemAnswers;
import org.regatta.steering.SetupStep;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The set-up of a competition, step by step ({@code steering/setup.html}); every step saves what it was given. */
@Controller
class SetupPageController {

    private final Setups setups;
    private final SetupSaves saves;

    SetupPageController(Setups setups, SetupSaves saves) {
        this.setups = setups;
        this.saves = saves;
    }

    @GetMapping("/competitions/{competitionId}/setup")
    String begin(@PathVariable UUID competitionId) {
        setups.require(competitionId);
        return "redirect:/competitions/" + competitionId + "/setup/check";
    }

    /** A step; {@code edit} is the round, rubric or policy to change, {@code q} finds jurors. */
    @GetMapping("/competitions/{competitionId}/setup/{step}")
    String show(
            @PathVariable UUID competitionId,
            @PathVariable String step,
            @RequestParam(required = false) @Nullable UUID edit,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        model.addAttribute("setup", setups.of(competitionId, step(step), edit, q));
        model.addAttribute("q", q);
        return "steering/setup";
    }

    /** Saves a jury; whoever is put into one gets a role by it. Else as {@link #save}. */
    @FreshSignIn
    @PostMapping("/competitions/{competitionId}/setup/juries")
    String saveJury(
            @PathVariable UUID competitionId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return save(competitionId, "juries", fields, model, response, flash);
    }

    /** Saves what was typed at a step, or shows it again with what is wrong. */
    @PostMapping("/competitions/{competitionId}/setup/{step}")
    String save(
            @PathVariable UUID competitionId,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = new Typed(fields);
        try {
            if (step(step) == SetupStep.POLICIES && typed.checked("words")) {
                return inWords(competitionId, fields, model);
            }
            saves.save(competitionId, step(step), typed);
        } catch (Problem refused) {
            response.setStatus(ProblemAnswers.status(refused).value());
            model.addAttribute("findings", ProblemAnswers.findings(refused));
            // a button alone has typed nothing
            var button = fields.containsKey("remove") || fields.containsKey("up");
            // the form of scoring rules has room for what was not sent, and other fields of the same names
            var shown = step(step) == SetupStep.POLICIES ? fields : typed.filled();
            model.addAttribute("typed", button ? null : shown);
            model.addAttribute("setup", setups.of(competitionId, step(step), edited(fields), null));
            return "steering/setup";
        }
        flash.addFlashAttribute("done", "setup.saved");
        return "redirect:/competitions/" + competitionId + "/setup/"
                + step(step).address();
    }

    /** Says in words what the rules in the form mean, and saves nothing. */
    private String inWords(UUID competitionId, MultiValueMap<String, String> fields, Model model) {
        model.addAttribute("setup", setups.of(competitionId, SetupStep.POLICIES, edited(fields), null));
        model.addAttribute("words", new TypedPolicy(new Typed(fields)).sensible());
        model.addAttribute("typed", fields);
        return "steering/setup";
    }

    private static @Nullable UUID edited(MultiValueMap<String, String> fields) {
        var id = fields.getFirst("id");
        return id != null && id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(id) : null;
    }

    private static SetupStep step(String address) {
        try {
            return SetupStep.valueOf(address.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new NotVisible();
        }
    }
}
