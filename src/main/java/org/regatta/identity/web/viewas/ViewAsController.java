package org.regatta.identity.web.viewas;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.viewas.ViewsAs;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins and ends seeing the site as another person; asked for on {@code identity/person.html}, ended in the banner. */
@Controller
class ViewAsController {

    private final ViewsAs views;

    ViewAsController(ViewsAs views) {
        this.views = views;
    }

    @PostMapping("/people/{personId}/view-as")
    String begin(
            @PathVariable UUID personId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        var view = views.begin(personId, reason);
        request.getSession().setAttribute(ViewAsFilter.VIEW, view.toString());
        return "redirect:/";
    }

    @PostMapping(ViewAsFilter.END)
    String end(
            @SessionAttribute(name = ViewAsFilter.VIEW, required = false) @Nullable String view,
            HttpSession session,
            RedirectAttributes flash) {
        if (view != null) {
            views.end(UUID.fromString(view));
            session.removeAttribute(ViewAsFilter.VIEW);
            flash.addFlashAttribute("done", "viewAs.ended");
        }
        return "redirect:/people";
    }
}
