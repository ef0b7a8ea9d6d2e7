package org.regatta.workflow.web;

import java.util.UUID;
import org.regatta.workflow.SavedViews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps the filters and the order of a list under a name, for oneself or for the people of a competition. */
@Controller
class SavedViewPageController {

    private final SavedViews views;

    SavedViewPageController(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/views")
    String save(
            @RequestParam String path,
            @RequestParam(defaultValue = "") String query,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean share,
            RedirectAttributes flash) {
        views.save(path, query, name, share); // refuses what is no list of ours
        flash.addFlashAttribute("done", "view.saved");
        return "redirect:" + (query.isEmpty() ? path : path + "?" + query);
    }

    @PostMapping("/views/{viewId}/remove")
    String remove(@PathVariable UUID viewId, RedirectAttributes flash) {
        var path = views.remove(viewId);
        flash.addFlashAttribute("done", "view.removed");
        return "redirect:" + path;
    }
}
