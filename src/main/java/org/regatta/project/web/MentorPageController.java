package org.regatta.project.web;

import java.util.UUID;
import org.regatta.project.mentor.Mentors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names mentors on the page of a project and removes them there. */
@Controller
class MentorPageController {

    private final Mentors mentors;

    MentorPageController(Mentors mentors) {
        this.mentors = mentors;
    }

    @PostMapping("/projects/{projectId}/mentors")
    String name(@PathVariable UUID projectId, @RequestParam UUID personId, RedirectAttributes flash) {
        mentors.name(projectId, personId);
        flash.addFlashAttribute("done", "mentors.named");
        return "redirect:/projects/" + projectId;
    }

    @PostMapping("/projects/{projectId}/mentors/{personId}/remove")
    String remove(@PathVariable UUID projectId, @PathVariable UUID personId, RedirectAttributes flash) {
        mentors.remove(projectId, personId);
        flash.addFlashAttribute("done", "mentors.removed");
        return "redirect:/projects/" + projectId;
    }
}
