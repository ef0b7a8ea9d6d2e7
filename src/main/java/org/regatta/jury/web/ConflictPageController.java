package org.regatta.jury.web;

import java.util.UUID;
import org.regatta.jury.Conflicts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Declares a conflict of interest from the page of a project, which is gone for the viewer afterwards. */
@Controller
class ConflictPageController {

    private final Conflicts conflicts;

    ConflictPageController(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @PostMapping("/projects/{projectId}/conflicts")
    String declare(
            @PathVariable UUID projectId, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        conflicts.declare(projectId, reason);
        flash.addFlashAttribute("done", "project.conflict.done");
        return "redirect:/inbox";
    }
}
