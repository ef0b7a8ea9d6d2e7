package org.regatta.workflow.web;

import java.util.UUID;
import org.regatta.workflow.SavedViews;
import org.regatta.workflow.web.InboxPageController.Asked;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps the inbox's filters under a name, for oneself or for the people of a competition. */
@Controller
class SavedViewPageController {

    private final SavedViews views;

    SavedViewPageController(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/inbox/views")
    String save(
            @ModelAttribute("asked") Asked asked,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean share,
            RedirectAttributes flash) {
        var filter = asked.filter();
        views.save(name, InboxAddress.query(filter), share ? filter.competitionId() : null);
        flash.addFlashAttribute("done", "view.saved");
        return "redirect:" + InboxAddress.of(filter);
    }

    @PostMapping("/inbox/views/{viewId}/remove")
    String remove(@PathVariable UUID viewId, RedirectAttributes flash) {
        views.remove(viewId);
        flash.addFlashAttribute("done", "view.removed");
        return "redirect:/inbox";
    }
}
