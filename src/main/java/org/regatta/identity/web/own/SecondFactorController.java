package org.regatta.identity.web.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.regatta.identity.Access;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.factor.CodeRefused;
import org.regatta.identity.factor.SecondFactors;
import org.regatta.identity.limit.Lockouts;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.SessionNotes;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.Way;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks for the second factor and removes it: {@code identity/second-factor.html}. Guesses count like wrong passwords, on
 * an account of their own.
 */
@Controller
class SecondFactorController {

    private final SecondFactors factors;
    private final Lockouts lockouts;
    private final SignIns signIns;
    private final Access access;
    private final ProblemWords words;

    SecondFactorController(
            SecondFactors factors, Lockouts lockouts, SignIns signIns, Access access, ProblemWords words) {
        this.factors = factors;
        this.lockouts = lockouts;
        this.signIns = signIns;
        this.access = access;
        this.words = words;
    }

    @GetMapping("/second-factor")
    String show(Model model) {
        model.addAttribute("findings", List.of());
        return "identity/second-factor";
    }

    @PostMapping("/second-factor")
    String use(@RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var personId = access.viewer().personId();
        var turn = lockouts.beginSecondFactor(personId, request.getRemoteAddr());
        if (turn.isEmpty()) {
            return "redirect:/second-factor?locked";
        }
        try {
            factors.use(personId, code);
        } catch (CodeRefused refused) {
            lockouts.failed(turn.get(), personId);
            signIns.failed(personId, Way.SECOND_FACTOR);
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", words.findings(refused.findings()));
            return "identity/second-factor";
        }
        lockouts.succeeded(turn.get());
        signIns.passedSecondFactor(personId);
        SessionNotes.done(request, NextStep.SECOND_FACTOR);
        return "redirect:" + SessionNotes.next(request).map(NextStep::page).orElse("/sign-in/done");
    }

    @FreshSignIn
    @PostMapping("/security/second-factor/remove")
    String remove(RedirectAttributes flash) {
        var me = access.viewer().personId();
        factors.remove(me, me);
        flash.addFlashAttribute("done", "security.factor.removed");
        return "redirect:/security";
    }
}
