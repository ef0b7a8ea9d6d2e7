package org.regatta.identity.web.own;

import jakarta.servlet.http.HttpServletRequest;
import org.regatta.identity.Access;
import org.regatta.identity.session.TypedForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows once more what was sent before its sender had confirmed who they are: {@code identity/go-on.html}. */
@Controller
class GoOnController {

    private final Access access;

    GoOnController(Access access) {
        this.access = access;
    }

    /** Nothing is done by looking; without a form that waits, on to the start. */
    @GetMapping("/go-on")
    String show(HttpServletRequest request, Model model) {
        var form = TypedForm.look(request, access.viewer().personId());
        if (form.isEmpty()) {
            return "redirect:/";
        }
        model.addAttribute("sent", form.get());
        return "identity/go-on";
    }
}
