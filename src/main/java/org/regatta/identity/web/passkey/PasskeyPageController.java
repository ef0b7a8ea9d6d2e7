package org.regatta.identity.web.passkey;

import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.passkey.Passkeys;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds and removes one's passkeys: {@code identity/passkey.html}; the browser makes them by Spring Security's filters. */
@Controller
@FreshSignIn
@RequestMapping("/security/passkeys")
class PasskeyPageController {

    private final Passkeys passkeys;

    PasskeyPageController(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @GetMapping("/new")
    String add() {
        return "identity/passkey";
    }

    @PostMapping("/{passkeyId}/remove")
    String remove(@PathVariable UUID passkeyId, RedirectAttributes flash) {
        passkeys.remove(passkeyId);
        flash.addFlashAttribute("done", "security.passkey.removed");
        return "redirect:/security";
    }
}
