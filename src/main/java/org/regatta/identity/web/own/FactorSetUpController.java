package org.regatta.identity.web.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.regatta.identity.Access;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.NotSignedIn;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.identity.factor.CodeRefused;
import org.regatta.identity.factor.SecondFactors;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.SessionNotes;
import org.regatta.shared.Finding;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sets up an authenticator app: {@code identity/factor-set-up.html}, then the recovery codes, once. */
@Controller
@FreshSignIn
@RequestMapping("/second-factor/set-up")
class FactorSetUpController {

    private final SecondFactors factors;
    private final People people;
    private final Access access;
    private final ProblemWords words;

    FactorSetUpController(SecondFactors factors, People people, Access access, ProblemWords words) {
        this.factors = factors;
        this.people = people;
        this.access = access;
        this.words = words;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        var person = person();
        if (factors.has(person.id())) {
            SessionNotes.done(request, NextStep.SET_UP_FACTOR);
            return "redirect:/security";
        }
        return page(person, List.of(), request, model);
    }

    @PostMapping
    String confirm(@RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var person = person();
        try {
            model.addAttribute("codes", factors.confirm(person.id(), code));
        } catch (CodeRefused refused) {
            if (factors.has(person.id())) {
                return "redirect:/security";
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(person, words.findings(refused.findings()), request, model);
        }
        SessionNotes.done(request, NextStep.SET_UP_FACTOR);
        return "identity/recovery-codes";
    }

    private String page(PersonView person, List<Finding> findings, HttpServletRequest request, Model model) {
        var enrolment = factors.enrol(person.id(), person.email());
        model.addAttribute("secret", enrolment.secret());
        model.addAttribute("qr", QrCode.of(enrolment.address()));
        model.addAttribute("findings", findings);
        model.addAttribute("must", SessionNotes.next(request).isPresent());
        return "identity/factor-set-up";
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
