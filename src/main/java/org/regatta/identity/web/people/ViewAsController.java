package org.regatta.identity.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.session.SessionNotes;
import org.regatta.identity.viewas.ViewsAs;
import org.regatta.shared.InvalidInput;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Begins and ends seeing the site as another person; asked for on {@code identity/person.html}, ended in the banner. */
@Controller
class ViewAsController {

    private final ViewsAs views;
    private final PersonPage page;

    ViewAsController(ViewsAs views, PersonPage page) {
        this.views = views;
        this.page = page;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/view-as")
    ModelAndView begin(
            @PathVariable UUID personId, @RequestParam(defaultValue = "") String reason, HttpServletRequest request) {
        try {
            var view = views.begin(personId, reason);
            request.getSession().setAttribute(SessionNotes.VIEW_AS, view.toString());
            return new ModelAndView("redirect:/");
        } catch (InvalidInput wrong) {
            return page.again(personId, reason, wrong);
        }
    }

    @PostMapping(ViewAsFilter.END)
    String end(
            @SessionAttribute(name = SessionNotes.VIEW_AS, required = false) @Nullable String view,
            HttpSession session,
            RedirectAttributes flash) {
        if (view != null) {
            views.end(UUID.fromString(view));
            session.removeAttribute(SessionNotes.VIEW_AS);
            flash.addFlashAttribute("done", "viewAs.ended");
        }
        return "redirect:/people";
    }
}
