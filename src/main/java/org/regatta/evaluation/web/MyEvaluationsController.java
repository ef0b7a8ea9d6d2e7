package org.regatta.evaluation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.evaluation.OwnEvaluation;
import org.regatta.evaluation.OwnEvaluation.Sort;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All own evaluations: {@code evaluation/mine.html}. */
@Controller
class MyEvaluationsController {

    private static final int ROWS = 30;

    private final MyEvaluations mine;
    private final SheetPages pages;

    MyEvaluationsController(MyEvaluations mine, SheetPages pages) {
        this.mine = mine;
        this.pages = pages;
    }

    /** What an address says of the list. */
    record Asked(
            @Nullable UUID round,
            OwnEvaluation.@Nullable State state,
            @Nullable String q,
            @Nullable Sort sort,
            @Nullable Boolean descending) {}

    @GetMapping("/evaluations")
    String list(
            Asked asked,
            @RequestParam(required = false) @Nullable UUID submitted,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var q = asked.q() == null ? "" : asked.q();
        var sort = asked.sort() == null ? Sort.ROUND : asked.sort();
        var descending = Boolean.TRUE.equals(asked.descending());
        var address = ListAddress.at("/evaluations")
                .with("q", q)
                .with("round", asked.round())
                .with("state", asked.state());
        model.addAttribute(
                "list", ListView.sorted(address, sort, descending, Sort.ROUND).falling(Sort.TOTAL, Sort.WHEN));
        model.addAttribute(
                "found", mine.list(asked.round(), asked.state(), q, sort, descending, new PageRequest(page, ROWS)));
        model.addAttribute("progress", mine.progress());
        model.addAttribute("states", OwnEvaluation.State.values());
        model.addAttribute("round", asked.round());
        model.addAttribute("state", asked.state());
        model.addAttribute("q", q);
        model.addAttribute("personId", pages.personId());
        model.addAttribute("undo", pages.undo(submitted));
        return "evaluation/mine";
    }
}
