package org.regatta.local.web;

import java.time.ZoneId;
import org.regatta.local.MailCatcher;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mails that were caught instead of sent. */
@Controller
@Profile("local")
class CaughtMailController {

    private final MailCatcher catcher;

    CaughtMailController(MailCatcher catcher) {
        this.catcher = catcher;
    }

    /** Mails are read where they were caught. */
    @ModelAttribute("zone")
    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @GetMapping("/local/mails")
    String mails(Model model) {
        model.addAttribute("mails", catcher.mails());
        return "local/mails";
    }

    @GetMapping("/local/mails/{number:\\d{1,9}}")
    String mail(@PathVariable int number, Model model) {
        model.addAttribute(
                "mail",
                catcher.mail(number)
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.NOT_FOUND, "No such mail: mails are kept until Regatta stops.")));
        return "local/mail";
    }
}
