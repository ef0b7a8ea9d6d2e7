package org.regatta.identity.web.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.regatta.identity.Access;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.NotSignedIn;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.identity.password.Passwords;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.SessionNotes;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets one's first or another password: {@code identity/set-password.html}. */
@Controller
@FreshSignIn
@RequestMapping("/set-password")
class SetPasswordController {

    private final Passwords passwords;
    private final People people;
    private final Access access;
    private final ProblemWords words;

    SetPasswordController(Passwords passwords, People people, Access access, ProblemWords words) {
        this.passwords = passwords;
        this.people = people;
        this.access = access;
        this.words = words;
    }

    /** A passkey made on this page does as well. */
    @GetMapping
    String show(HttpServletRequest request, Model model) {
        if (must(request) && !passwords.required(access.viewer().personId())) {
            SessionNotes.done(request, NextStep.SET_PASSWORD);
            return "redirect:" + SessionNotes.next(request).map(NextStep::page).orElse("/sign-in/done");
        }
        return page(person(), List.of(), request, model);
    }

    @PostMapping
    String set(
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        var person = person();
        try {
            passwords.check(password, person.email(), person.name());
            passwords.set(person.id(), password, SessionNotes.device(request));
        } catch (InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(person, words.findings(wrong.findings()), request, model);
        }
        var first = SessionNotes.next(request).isPresent();
        SessionNotes.done(request, NextStep.SET_PASSWORD);
        flash.addFlashAttribute("done", "security.password.done");
        return "redirect:"
                + SessionNotes.next(request).map(NextStep::page).orElse(first ? "/sign-in/done" : "/security");
    }

    private String page(PersonView person, List<Finding> findings, HttpServletRequest request, Model model) {
        model.addAttribute("email", person.email());
        model.addAttribute("findings", findings);
        model.addAttribute("must", must(request));
        return "identity/set-password";
    }

    private static boolean must(HttpServletRequest request) {
        return SessionNotes.next(request).filter(NextStep.SET_PASSWORD::equals).isPresent();
    }

    private PersonView person() {
        var personId = access.viewer().personId();
        var person = people.byIds(List.of(personId)).get(personId);
        if (person == null) {
            throw new NotSignedIn();
        }
        return person;
    }
}
