package org.regatta.identity.web.people;

import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.limit.Lockouts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets a person try to sign in again before their lockout ends; asked for on {@code identity/person.html}. */
@Controller
class LockoutPageController {

    private final Lockouts lockouts;

    LockoutPageController(Lockouts lockouts) {
        this.lockouts = lockouts;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/lift-lockout")
    String lift(@PathVariable UUID personId, RedirectAttributes flash) {
        lockouts.lift(personId);
        flash.addFlashAttribute("done", "person.done.lifted");
        return "redirect:/people/" + personId;
    }
}
