package org.regatta.identity.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.Grant;
import org.regatta.identity.Role;
import org.regatta.identity.personal.Erasures;
import org.regatta.identity.profile.Profile;
import org.regatta.identity.profile.Profiles;
import org.regatta.identity.role.RoleGrants;
import org.regatta.identity.role.RoleRequests;
import org.regatta.identity.viewas.ViewsAs;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people see and say about themselves: {@code identity/account.html}. */
@Controller
class AccountPageController {

    private final Profiles profiles;
    private final RoleGrants grants;
    private final RoleRequests requests;
    private final ViewsAs views;
    private final Erasures erasures;
    private final Access access;
    private final AccountLanguage language;

    AccountPageController(
            Profiles profiles,
            RoleGrants grants,
            RoleRequests requests,
            ViewsAs views,
            Erasures erasures,
            Access access,
            AccountLanguage language) {
        this.profiles = profiles;
        this.grants = grants;
        this.requests = requests;
        this.views = views;
        this.erasures = erasures;
        this.access = access;
        this.language = language;
    }

    /** The profile as it is typed. */
    record Typed(
            @Nullable String name,
            @Nullable String language,
            @Nullable String zone,
            @Nullable Role primaryRole) {

        Profile profile() {
            return new Profile(
                    name == null ? "" : name,
                    language == null ? "" : language,
                    zone == null ? "" : zone.strip(),
                    primaryRole);
        }
    }

    @GetMapping("/account")
    String show(@RequestParam(required = false) @Nullable String ask, Model model) {
        model.addAttribute("asking", ask);
        model.addAllAttributes(page(profiles.own(), List.of()).getModel());
        return "identity/account";
    }

    @PostMapping("/account/profile")
    ModelAndView change(
            @ModelAttribute("typed") Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var wanted = typed.profile();
        try {
            profiles.change(wanted);
        } catch (InvalidInput wrong) {
            var page = page(wanted, language.said(wrong));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        language.keep(wanted.language(), request, response);
        flash.addFlashAttribute("done", "account.saved");
        return new ModelAndView("redirect:/account");
    }

    @PostMapping("/account/erasure")
    ModelAndView askToBeForgotten(@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            erasures.ask(reason);
        } catch (InvalidInput wrong) {
            var page = page(profiles.own(), language.said(wrong));
            page.addObject("why", reason);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("done", "account.erasure.asked");
        return new ModelAndView("redirect:/account");
    }

    @FreshSignIn
    @PostMapping("/account/roles/{grantId}/withdraw")
    String giveUp(@PathVariable UUID grantId, RedirectAttributes flash) {
        grants.withdraw(grantId);
        flash.addFlashAttribute("done", "account.role.givenUp");
        return "redirect:/account";
    }

    private ModelAndView page(Profile profile, List<Finding> findings) {
        var viewer = access.viewer();
        var page = new ModelAndView("identity/account");
        page.addObject("profile", profile);
        page.addObject("email", viewer.email());
        page.addObject(
                "held",
                viewer.grants().stream().map(Grant::role).distinct().sorted().toList());
        page.addObject("grants", grants.of(viewer.personId()));
        page.addObject("requests", requests.about(viewer.personId()));
        page.addObject("views", views.ofMe());
        page.addObject("erasure", erasures.own().orElse(null));
        page.addObject("languages", Profiles.LANGUAGES);
        page.addObject(
                "zones",
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> zone.contains("/"))
                        .sorted()
                        .toList());
        page.addObject("findings", findings);
        return page;
    }
}
