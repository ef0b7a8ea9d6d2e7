package org.regatta.identity.web.own;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NewPerson;
import org.regatta.identity.link.LinkNotGood;
import org.regatta.identity.password.Passwords;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.Way;
import org.regatta.identity.start.FirstAdmin;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in the log of a new deployment leads: {@code identity/first.html}. */
@Controller
@RequestMapping("/set-up")
class FirstAdminController {

    private final FirstAdmin first;
    private final Passwords passwords;
    private final SignIns signIns;
    private final ProblemWords words;

    FirstAdminController(FirstAdmin first, Passwords passwords, SignIns signIns, ProblemWords words) {
        this.first = first;
        this.passwords = passwords;
        this.signIns = signIns;
        this.words = words;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable String token, HttpServletResponse response, Model model) {
        if (token == null || !first.good(token)) {
            throw new LinkNotGood();
        }
        return page(token, "", "", List.of(), response, model);
    }

    @PostMapping
    String make(
            @RequestParam String token,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam String password,
            HttpServletResponse response,
            Model model) {
        if (!first.good(token)) {
            signIns.failed(null, Way.SET_UP);
            throw new LinkNotGood();
        }
        try {
            passwords.check(password, email, name);
            first.make(token, new NewPerson(email, name), password);
            return "redirect:/sign-in?setUp";
        } catch (InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(token, email, name, words.findings(wrong.findings()), response, model);
        }
    }

    private static String page(
            String token,
            String email,
            String name,
            List<Finding> findings,
            HttpServletResponse response,
            Model model) {
        // the address of this page is a secret
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("token", token);
        model.addAttribute("email", email);
        model.addAttribute("name", name);
        model.addAttribute("findings", findings);
        return "identity/first";
    }
}
