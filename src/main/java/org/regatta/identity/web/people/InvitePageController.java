package org.regatta.identity.web.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.RateLimited;
import org.regatta.identity.Role;
import org.regatta.identity.invitation.Invitations;
import org.regatta.identity.invitation.InviteList;
import org.regatta.identity.invitation.InvitePreview;
import org.regatta.identity.invitation.InviteText;
import org.regatta.identity.role.RoleGrants;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invites many at once, dry run first: {@code identity/invite.html}. */
@Controller
class InvitePageController {

    private final Invitations invitations;
    private final RoleGrants grants;
    private final Days days;
    private final ProblemWords words;

    InvitePageController(Invitations invitations, RoleGrants grants, Days days, ProblemWords words) {
        this.invitations = invitations;
        this.grants = grants;
        this.days = days;
        this.words = words;
    }

    /**
     * What is typed.
     *
     * @param people a line each: address, name
     * @param file the same as a file, in place of the text
     * @param place the id of a program or a competition, or {@link GrantForms#SITE}
     * @param until the last day of the role
     * @param send whether the dry run has been read
     */
    record Typed(
            @Nullable String people,
            @Nullable MultipartFile file,
            @Nullable Role role,
            @Nullable String place,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate until,

            boolean send) {

        String text() throws IOException {
            return file != null && !file.isEmpty()
                    ? new String(file.getBytes(), StandardCharsets.UTF_8)
                    : people == null ? "" : people;
        }
    }

    /** Whoever begins a list has ten minutes from here on to send it. */
    @FreshSignIn
    @GetMapping("/people/invite")
    ModelAndView form() {
        return page(new Typed("", null, null, null, null, false), "", null, List.of());
    }

    @FreshSignIn
    @RateLimited("invite")
    @PostMapping("/people/invite")
    ModelAndView invite(@ModelAttribute("typed") Typed typed, RedirectAttributes flash) throws IOException {
        var text = typed.text();
        try {
            var list = list(typed, text);
            if (!typed.send()) {
                var preview = invitations.preview(list);
                return page(typed, text, preview, words.findings(preview.findings()));
            }
            var invited = invitations.invite(list);
            flash.addFlashAttribute("invited", invited.size());
            return new ModelAndView("redirect:/people");
        } catch (InvalidInput wrong) {
            var page = page(typed, text, null, words.of(wrong).findings());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @RateLimited("invite")
    @PostMapping("/people/{personId}/invitation/resend")
    String resend(@PathVariable UUID personId, RedirectAttributes flash) {
        invitations.resend(personId);
        flash.addFlashAttribute("done", "person.done.resent");
        return "redirect:/people/" + personId;
    }

    @PostMapping("/people/{personId}/invitation/withdraw")
    String withdraw(@PathVariable UUID personId, RedirectAttributes flash) {
        invitations.withdraw(personId);
        flash.addFlashAttribute("done", "person.done.uninvited");
        return "redirect:/people/" + personId;
    }

    private InviteList list(Typed typed, String text) {
        var role = GrantForms.role(typed.role());
        var place = GrantForms.place(grants.grantable(), typed.place());
        return new InviteList(
                InviteText.read(text),
                role,
                place == null ? null : place.place().programId(),
                place == null ? null : place.place().competitionId(),
                days.endOf(typed.until()));
    }

    private ModelAndView page(Typed typed, String text, @Nullable InvitePreview preview, List<Finding> findings) {
        var page = new ModelAndView("identity/invite");
        var places = grants.grantable();
        page.addObject("places", places);
        page.addObject("roles", GrantForms.roles(places));
        page.addObject("typed", typed);
        page.addObject("text", text);
        page.addObject("preview", preview);
        page.addObject("findings", findings);
        return page;
    }
}
