package org.regatta.identity.web.people;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.factor.SecondFactorRules;
import org.regatta.identity.factor.SecondFactorRules.ProgramRule;
import org.regatta.identity.role.Administration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which programs ask a second factor of their admins: {@code identity/second-factor-rules.html}. */
@Controller
@FreshSignIn
class SecondFactorRulePageController {

    private final SecondFactorRules rules;
    private final Administration administration;

    SecondFactorRulePageController(SecondFactorRules rules, Administration administration) {
        this.rules = rules;
        this.administration = administration;
    }

    /** A program by its name, with what it asks. */
    record Line(String program, ProgramRule rule) {}

    @GetMapping("/people/second-factor")
    String show(@RequestParam(required = false) @Nullable String ask, Model model) {
        model.addAttribute("asking", ask);
        model.addAttribute("lines", lines());
        return "identity/second-factor-rules";
    }

    @PostMapping("/people/second-factor/{programId}/require")
    String require(@PathVariable UUID programId, RedirectAttributes flash) {
        rules.ask(programId, true);
        flash.addFlashAttribute("done", "factorRule.required");
        return "redirect:/people/second-factor";
    }

    @PostMapping("/people/second-factor/{programId}/release")
    String release(@PathVariable UUID programId, RedirectAttributes flash) {
        rules.ask(programId, false);
        flash.addFlashAttribute("done", "factorRule.released");
        return "redirect:/people/second-factor";
    }

    private List<Line> lines() {
        var programs = administration.scope().places().stream()
                .filter(place -> place.competition() == null)
                .toList();
        var found = rules.of(programs.stream().map(NamedPlace::id).toList());
        return programs.stream()
                .filter(program -> found.containsKey(program.id()))
                .map(program -> new Line(program.name(), Objects.requireNonNull(found.get(program.id()))))
                .toList();
    }
}
