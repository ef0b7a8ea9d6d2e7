package org.regatta.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NotVisible;
import org.regatta.notification.choice.MailChoices;
import org.regatta.notification.choice.MailKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What people want by mail, {@code notification/choices.html}, and what the link in a mail's foot opens,
 * {@code notification/unsubscribe.html}: it needs no sign-in, and its button does it.
 */
@Controller
class MailChoicesController {

    private final MailChoices choices;

    MailChoicesController(MailChoices choices) {
        this.choices = choices;
    }

    @GetMapping("/account/mails")
    String show(Model model) {
        model.addAttribute("choices", choices.own());
        return "notification/choices";
    }

    @PostMapping("/account/mails")
    String choose(@RequestParam(required = false) @Nullable List<MailKind> wanted, RedirectAttributes flash) {
        for (var kind : MailKind.values()) {
            choices.choose(kind, wanted != null && wanted.contains(kind));
        }
        flash.addFlashAttribute("done", "account.saved");
        return "redirect:/account/mails";
    }

    @GetMapping("/unsubscribe")
    String ask(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        if (!choices.knows(token)) {
            throw new NotVisible();
        }
        // the address of this page is a secret
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("token", token);
        return "notification/unsubscribe";
    }

    @PostMapping("/unsubscribe")
    String end(@RequestParam(defaultValue = "") String token, Model model) {
        choices.unsubscribe(token);
        model.addAttribute("ended", true);
        return "notification/unsubscribe";
    }
}
