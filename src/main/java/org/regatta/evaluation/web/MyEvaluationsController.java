package org.regatta.evaluation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.evaluation.OwnEvaluation;
import org.regatta.shared.PageRequest;
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

    @GetMapping("/evaluations")
    String list(
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) OwnEvaluation.@Nullable State state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID submitted,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("list", mine.list(round, state, q, new PageRequest(page, ROWS)));
        model.addAttribute("progress", mine.progress());
        model.addAttribute("states", OwnEvaluation.State.values());
        model.addAttribute("round", round);
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("zone", pages.zone());
        model.addAttribute("personId", pages.personId());
        model.addAttribute("undo", pages.undo(submitted));
        return "evaluation/mine";
    }
}
