package org.regatta.project.web;

import java.util.UUID;
import org.regatta.project.team.Joining;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An invitation to a team, looked at and answered: {@code project/joining.html}. */
@Controller
@RequestMapping("/team-invitations/{invitationId}")
class JoiningPageController {

    private final Joining joining;

    JoiningPageController(Joining joining) {
        this.joining = joining;
    }

    @GetMapping
    String show(@PathVariable UUID invitationId, Model model) {
        model.addAttribute("asked", joining.get(invitationId));
        return "project/joining";
    }

    @PostMapping("/accept")
    String accept(@PathVariable UUID invitationId, RedirectAttributes flash) {
        var projectId = joining.accept(invitationId);
        flash.addFlashAttribute("done", "team.joined");
        return "redirect:/projects/" + projectId;
    }

    @PostMapping("/decline")
    String decline(@PathVariable UUID invitationId, RedirectAttributes flash) {
        joining.decline(invitationId);
        flash.addFlashAttribute("done", "team.declined");
        return "redirect:/my-projects";
    }
}
