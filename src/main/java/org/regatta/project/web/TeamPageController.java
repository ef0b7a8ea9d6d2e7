package org.regatta.project.web;

import java.util.UUID;
import org.regatta.identity.RateLimited;
import org.regatta.project.team.OwnTeams;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who belongs to a team, changed on the page of its project. */
@Controller
@RequestMapping("/projects/{projectId}/team")
class TeamPageController {

    private final OwnTeams teams;
    private final ProblemWords words;

    TeamPageController(OwnTeams teams, ProblemWords words) {
        this.teams = teams;
        this.words = words;
    }

    @RateLimited("team-invite")
    @PostMapping("/invitations")
    String invite(
            @PathVariable UUID projectId, @RequestParam(defaultValue = "") String email, RedirectAttributes flash) {
        try {
            teams.invite(projectId, email);
            flash.addFlashAttribute("done", "team.invited");
        } catch (InvalidInput wrong) {
            refused(wrong, flash);
            flash.addFlashAttribute("typed", email);
        }
        return back(projectId);
    }

    @RateLimited("team-invite")
    @PostMapping("/invitations/{invitationId}/resend")
    String resend(@PathVariable UUID projectId, @PathVariable UUID invitationId, RedirectAttributes flash) {
        try {
            teams.resend(projectId, invitationId);
            flash.addFlashAttribute("done", "team.invited");
        } catch (InvalidInput wrong) {
            refused(wrong, flash);
        }
        return back(projectId);
    }

    @PostMapping("/invitations/{invitationId}/withdraw")
    String withdraw(@PathVariable UUID projectId, @PathVariable UUID invitationId, RedirectAttributes flash) {
        teams.withdraw(projectId, invitationId);
        flash.addFlashAttribute("done", "team.withdrawn");
        return back(projectId);
    }

    /** Whoever takes themselves out sees the project no longer. */
    @PostMapping("/members/{personId}/remove")
    String remove(@PathVariable UUID projectId, @PathVariable UUID personId, RedirectAttributes flash) {
        var leaves = personId.equals(teams.of(projectId).me());
        teams.remove(projectId, personId);
        flash.addFlashAttribute("done", leaves ? "team.left" : "team.removed");
        return leaves ? "redirect:/my-projects" : back(projectId);
    }

    private void refused(InvalidInput wrong, RedirectAttributes flash) {
        flash.addFlashAttribute("teamFindings", words.of(wrong).findings());
    }

    private static String back(UUID projectId) {
        return "redirect:/projects/" + projectId;
    }
}
