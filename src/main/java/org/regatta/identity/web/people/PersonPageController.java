package org.regatta.identity.web.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.Role;
import org.regatta.identity.directory.Directory;
import org.regatta.identity.factor.LostFactors;
import org.regatta.identity.role.NewGrant;
import org.regatta.identity.role.RoleGrants;
import org.regatta.shared.InvalidInput;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account with its roles: {@code identity/person.html}. */
@Controller
class PersonPageController {

    private final Directory directory;
    private final RoleGrants grants;
    private final LostFactors lost;
    private final Days days;
    private final PersonPage page;

    PersonPageController(Directory directory, RoleGrants grants, LostFactors lost, Days days, PersonPage page) {
        this.directory = directory;
        this.grants = grants;
        this.lost = lost;
        this.days = days;
        this.page = page;
    }

    /**
     * A role as it is chosen; days are the viewer's, the last one included.
     *
     * @param place the id of a program or a competition, or {@link GrantForms#SITE}
     */
    record Wanted(
            @Nullable Role role,
            @Nullable String place,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate from,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until) {

        static final Wanted NOTHING = new Wanted(null, null, null, null);
    }

    @GetMapping("/people/{personId}")
    String show(@PathVariable UUID personId, @RequestParam(required = false) @Nullable String ask, Model model) {
        model.addAttribute("asking", ask);
        model.addAllAttributes(page.of(personId).getModel());
        return "identity/person";
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/roles")
    ModelAndView grant(@PathVariable UUID personId, @ModelAttribute("wanted") Wanted wanted, RedirectAttributes flash) {
        try {
            var granted = grants.grant(grant(personId, wanted));
            flash.addFlashAttribute("done", granted ? "person.done.granted" : "person.done.requested");
            return new ModelAndView("redirect:/people/" + personId);
        } catch (InvalidInput wrong) {
            return page.again(personId, wanted, wrong);
        }
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/roles/{grantId}/withdraw")
    String withdraw(@PathVariable UUID personId, @PathVariable UUID grantId, RedirectAttributes flash) {
        grants.withdraw(grantId);
        flash.addFlashAttribute("done", "person.done.withdrawn");
        return "redirect:/people/" + personId;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/forget-app")
    String forgetApp(@PathVariable UUID personId, RedirectAttributes flash) {
        lost.forget(personId);
        flash.addFlashAttribute("done", "person.done.appForgotten");
        return "redirect:/people/" + personId;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/deactivate")
    String deactivate(@PathVariable UUID personId, RedirectAttributes flash) {
        directory.deactivate(personId);
        flash.addFlashAttribute("done", "person.done.deactivated");
        return "redirect:/people/" + personId;
    }

    @FreshSignIn
    @PostMapping("/people/{personId}/reactivate")
    String reactivate(@PathVariable UUID personId, RedirectAttributes flash) {
        directory.reactivate(personId);
        flash.addFlashAttribute("done", "person.done.reactivated");
        return "redirect:/people/" + personId;
    }

    private NewGrant grant(UUID personId, Wanted wanted) {
        var role = GrantForms.role(wanted.role());
        var place = GrantForms.place(grants.grantable(), wanted.place());
        return new NewGrant(
                personId,
                role,
                place == null ? null : place.place().programId(),
                place == null ? null : place.place().competitionId(),
                days.startOf(wanted.from()),
                days.endOf(wanted.until()));
    }
}
