package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.NotSignedIn;
import org.regatta.identity.People;
import org.regatta.identity.link.OneTimeTokens;
import org.regatta.identity.link.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The door: its forms are answered by Spring Security. */
@Controller
class SignInPageController {

    private final OneTimeTokens tokens;
    private final Access access;
    private final People people;

    SignInPageController(OneTimeTokens tokens, Access access, People people) {
        this.tokens = tokens;
        this.access = access;
        this.people = people;
    }

    @GetMapping("/sign-in")
    String show() {
        return "identity/sign-in";
    }

    /** Where steps after the sign-in itself lead: on to the page that was wanted. */
    @GetMapping("/sign-in/done")
    void done(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(ReturnPath.take(request, response));
    }

    /** What a link from a mail opens: programs that look at mails open links too, so only the button uses it up. */
    @GetMapping("/sign-in/link")
    String link(@RequestParam(required = false) @Nullable String token, HttpServletResponse response, Model model) {
        var good = token != null && tokens.look(Purpose.SIGN_IN, token).isPresent();
        // the address of this page is a secret
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("token", good ? token : null);
        return "identity/link";
    }

    /** The door once more for somebody who is inside: confirms who it is. */
    @GetMapping(FreshSignInCheck.PAGE)
    String confirm(Model model) {
        var personId = access.viewer().personId();
        var person = people.byIds(List.of(personId)).get(personId);
        if (person == null) {
            throw new NotSignedIn();
        }
        model.addAttribute("email", person.email());
        return "identity/confirm";
    }
}
