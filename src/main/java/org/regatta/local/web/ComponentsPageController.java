package org.regatta.local.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Page;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The living page of the visual language: {@code local/components.html} shows every piece as the fragment all pages use.
 * There in the local profile, and under {@code components} for the pictures the tests take; nowhere else.
 */
@Controller
@Profile({"local", "components"})
class ComponentsPageController {

    private static final ListView LIST = new ListView(
            ListAddress.at("/components").with("q", "sea").with("status", "SUBMITTED"),
            "SCORE",
            true,
            "PROJECT",
            Set.of("SCORE"),
            "s-table");

    private final Clock clock;

    ComponentsPageController(Clock clock) {
        this.clock = clock;
    }

    /** A filter. */
    record Pill(String key, String label, String address, long count, boolean current) {}

    /** A mark on a course. */
    record Step(String mark, String title, List<String> lines) {}

    /** A count, alone or as a part of a whole. */
    record Figure(
            long count, @Nullable Long whole, @Nullable String address) {}

    @GetMapping("/components")
    String show(@RequestParam(required = false) @Nullable String ask, Model model) {
        model.addAttribute("asking", ask);
        model.addAttribute("zone", ZoneId.of("Europe/Paris"));
        model.addAttribute("soon", clock.instant().plus(Duration.ofHours(30)));
        model.addAttribute("far", clock.instant().plus(Duration.ofDays(30)));
        model.addAttribute(
                "pills",
                List.of(
                        new Pill("a", "Everything", "/components", 1284, true),
                        new Pill("b", "Within 48 hours", "/components?b", 6, false),
                        new Pill("c", "A name so long ".repeat(12).strip(), "/components?c", 0, false)));
        model.addAttribute("list", LIST);
        model.addAttribute(
                "steps",
                List.of(
                        new Step("DONE", "Received", List.of("Fri 16 Oct 2026, 14:20 CEST (UTC+2)")),
                        new Step("NOW", "Evaluation", List.of("Runs until Tue 24 Nov 2026, 18:00 CET (UTC+1).")),
                        new Step("AHEAD", "Deliberation", List.of("The organiser opens it.")),
                        new Step("STOP", "Not selected", List.of("A square says: it ends here."))));
        model.addAttribute(
                "names",
                List.of(
                        "Seagrass Ledger",
                        "海草台帳",
                        "سجلّ الأعشاب",
                        "Quiet Hull ".repeat(18).strip()));
        model.addAttribute("page", new Page<>(List.of(1, 2, 3, 4), 1, 4, 84));
        model.addAttribute("nothing", List.of());
        model.addAttribute(
                "findings",
                List.of(new Finding("country", "The value has three letters.", "Give two letters, for example FR.")));
        model.addAttribute(
                "flaws",
                List.of(new Finding(
                        "projects.csv:12:3", "The country is missing.", "Give two letters, for example FR.")));
        model.addAttribute(
                "figures",
                List.of(new Figure(1284, null, null), new Figure(31, 48L, null), new Figure(8, 14L, "/components")));
        return "local/components";
    }
}
