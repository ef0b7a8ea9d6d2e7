package org.regatta.identity.web.people;

import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.personal.Erasures;
import org.regatta.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Decides about the wish to be forgotten, on {@code identity/person.html}. */
@Controller
class ErasurePageController {

    private final Erasures erasures;
    private final PersonPage page;

    ErasurePageController(Erasures erasures, PersonPage page) {
        this.erasures = erasures;
        this.page = page;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/erase")
    String approve(@PathVariable UUID personId, RedirectAttributes flash) {
        erasures.approve(personId);
        flash.addFlashAttribute("done", "person.done.erased");
        return "redirect:/people";
    }

    @PostMapping("/people/{personId}/keep")
    ModelAndView decline(
            @PathVariable UUID personId, @RequestParam(defaultValue = "") String answer, RedirectAttributes flash) {
        try {
            erasures.decline(personId, answer);
        } catch (InvalidInput wrong) {
            return page.again(personId, answer, wrong);
        }
        flash.addFlashAttribute("done", "person.done.kept");
        return new ModelAndView("redirect:/people/" + personId);
    }
}
