package org.regatta.workflow.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.Formats;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.InboxFilter.Held;
import org.regatta.workflow.RoundProgress;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for me: {@code workflow/inbox.html}, and what keeps its counts up to date. */
@Controller
class InboxPageController {

    private static final int ROWS = 30;

    private final Inbox inbox;
    private final InboxPages pages;
    private final InboxTitle title;
    private final TaskNames names;
    private final Formats formats;

    InboxPageController(Inbox inbox, InboxPages pages, InboxTitle title, TaskNames names, Formats formats) {
        this.inbox = inbox;
        this.pages = pages;
        this.title = title;
        this.names = names;
        this.formats = formats;
    }

    /**
     * The filters of an address.
     *
     * @param kind the user task's id in the model
     */
    record Asked(
            @Nullable UUID competition,
            @Nullable UUID round,
            @Nullable String kind,
            @Nullable Due due,
            @Nullable Held held) {

        InboxFilter filter() {
            return new InboxFilter(competition, round, kind == null || kind.isBlank() ? null : kind, due, held);
        }
    }

    /**
     * The counts as they are now.
     *
     * @param stamp changes when any of them does
     * @param texts by the key of their place in the page
     * @param bars what is done of what, by the key of their bar
     */
    record Pulse(String stamp, Map<String, String> texts, Map<String, RoundProgress> bars) {}

    @GetMapping("/inbox")
    String show(@ModelAttribute("asked") Asked asked, @RequestParam(defaultValue = "0") int page, Model model) {
        var filter = asked.filter();
        var figures = inbox.figures();
        var tasks = inbox.open(filter, new PageRequest(page, ROWS), figures);
        model.addAttribute("inbox", pages.of(tasks, figures, inbox.progress(), filter));
        model.addAttribute("query", InboxAddress.of(filter).query());
        return "workflow/inbox";
    }

    /** One statement, two with progress; 304 where nothing has changed since the page last asked. */
    @GetMapping(value = "/inbox/pulse", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Pulse> pulse(
            @ModelAttribute("asked") Asked asked,
            @RequestParam(defaultValue = "false") boolean progress,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        var figures = inbox.figures();
        var filter = asked.filter();
        var texts = new LinkedHashMap<String, String>();
        texts.put("badge", formats.whole(figures.count(InboxFilter.ALL)));
        texts.put("title", title.of(figures));
        texts.put("due-ALL", formats.whole(figures.count(filter.with((Due) null))));
        for (var due : Due.values()) {
            var count = formats.whole(figures.count(filter.with(due)));
            texts.put("due-" + due, count);
            texts.put("group-" + due, count);
        }
        for (var held : Held.values()) {
            texts.put("held-" + held, formats.whole(figures.count(filter.with(held))));
        }
        figures.taskKeys().forEach(key -> texts.put("kind-" + key, formats.whole(figures.count(filter.with(key)))));
        figures.competitions()
                .forEach(id -> texts.put("competition-" + id, formats.whole(figures.count(filter.in(id)))));
        var bars = progress ? bars(texts) : Map.<String, RoundProgress>of();
        var pulse = new Pulse(figures.stamp(), texts, bars);
        var language = LocaleContextHolder.getLocale().getLanguage();
        var tag = "\"" + pulse.stamp() + "-" + Integer.toHexString(texts.hashCode()) + "-" + language + "\"";
        if (tag.equals(known)) {
            return ResponseEntity.status(304).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(tag)
                .body(pulse);
    }

    /** The bars of the viewer's rounds; what is written beside them goes into the texts. */
    private Map<String, RoundProgress> bars(Map<String, String> texts) {
        var bars = new LinkedHashMap<String, RoundProgress>();
        for (var one : inbox.progress()) {
            var key = "round-" + one.roundId();
            bars.put(key, one);
            texts.put(key + "-done", formats.whole(one.done()));
            texts.put(key + "-whole", names.say("piece.progress", formats.whole(one.whole())));
        }
        return bars;
    }
}
