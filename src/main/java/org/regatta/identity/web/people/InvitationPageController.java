package org.regatta.identity.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.regatta.identity.invitation.Invitations;
import org.regatta.identity.link.LinkNotGood;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.Way;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link of an invitation opens, {@code identity/invitation.html}: looking uses nothing up, since mail scanners
 * follow links; the button takes the account over.
 */
@Controller
class InvitationPageController {

    private final Invitations invitations;
    private final InvitationSignIn signIn;
    private final SignIns signIns;

    InvitationPageController(Invitations invitations, InvitationSignIn signIn, SignIns signIns) {
        this.invitations = invitations;
        this.signIn = signIn;
        this.signIns = signIns;
    }

    @GetMapping("/invitation")
    String show(@RequestParam(defaultValue = "") String token, HttpServletResponse response, Model model) {
        // the address holds the token
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("person", invitations.look(token).orElseThrow(LinkNotGood::new));
        model.addAttribute("token", token);
        return "identity/invitation";
    }

    /** Whoever was signed in before is signed out: a new session begins. */
    @PostMapping("/invitation")
    String accept(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        try {
            return "redirect:" + signIn.as(invitations.accept(token), request, response);
        } catch (LinkNotGood refused) {
            signIns.failed(null, Way.INVITATION);
            throw refused;
        }
    }
}
