package org.regatta.identity.web.people;

import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.personal.Erasures;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decides about the wish to be forgotten, on {@code identity/person.html}. */
@Controller
class ErasurePageController {

    private final Erasures erasures;

    ErasurePageController(Erasures erasures) {
        this.erasures = erasures;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/erase")
    String approve(@PathVariable UUID personId, RedirectAttributes flash) {
        erasures.approve(personId);
        flash.addFlashAttribute("done", "person.done.erased");
        return "redirect:/people";
    }

    @PostMapping("/people/{personId}/keep")
    String decline(
            @PathVariable UUID personId, @RequestParam(defaultValue = "") String answer, RedirectAttributes flash) {
        erasures.decline(personId, answer);
        flash.addFlashAttribute("done", "person.done.kept");
        return "redirect:/people/" + personId;
    }
}
