package org.regatta.workflow.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for me: {@code workflow/inbox.html}, the first page after signing in. */
@Controller
class InboxPageController {

    private static final int ROWS = 30;

    private final Inbox inbox;
    private final InboxPages pages;

    InboxPageController(Inbox inbox, InboxPages pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    @GetMapping("/")
    String start() {
        return "redirect:/inbox";
    }

    @GetMapping("/inbox")
    String show(
            @RequestParam(required = false) @Nullable UUID competition,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = new InboxFilter(competition, round, kind);
        var tasks = inbox.open(filter, new PageRequest(page, ROWS));
        model.addAttribute("inbox", pages.of(tasks, inbox.counts(), inbox.countsByTaskKey(), filter));
        return "workflow/inbox";
    }
}
