package org.regatta.evaluation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.evaluation.Evaluations;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.jury.Assignments;
import org.regatta.jury.Conflicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a juror evaluates a project, {@code evaluation/evaluate.html}, and its ways out. */
@Controller
@RequestMapping("/evaluations/{assignmentId}")
class EvaluationPageController {

    private final SheetPages pages;
    private final HandingIn handingIn;
    private final Evaluations evaluations;
    private final MyEvaluations mine;
    private final Assignments assignments;
    private final Conflicts conflicts;

    EvaluationPageController(
            SheetPages pages,
            HandingIn handingIn,
            Evaluations evaluations,
            MyEvaluations mine,
            Assignments assignments,
            Conflicts conflicts) {
        this.pages = pages;
        this.handingIn = handingIn;
        this.evaluations = evaluations;
        this.mine = mine;
        this.assignments = assignments;
        this.conflicts = conflicts;
    }

    @GetMapping
    String show(
            @PathVariable UUID assignmentId,
            @RequestParam(required = false) @Nullable UUID submitted,
            @RequestParam(required = false) @Nullable String ask,
            Model model) {
        model.addAttribute("asking", ask);
        model.addAttribute("page", pages.of(assignmentId, submitted));
        return "evaluation/evaluate";
    }

    @PostMapping("/take-back")
    String takeBack(@PathVariable UUID assignmentId, RedirectAttributes flash) {
        mine.takeBack(assignmentId);
        flash.addFlashAttribute("done", "evaluate.takenBack");
        return "redirect:/evaluations/" + assignmentId;
    }

    @PostMapping("/abstain")
    String abstain(
            @PathVariable UUID assignmentId, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var next = handingIn.next(assignmentId);
        evaluations.abstain(assignmentId, reason);
        return left(assignmentId, next, "evaluate.abstained", flash);
    }

    @PostMapping("/recuse")
    String recuse(
            @PathVariable UUID assignmentId, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var next = handingIn.next(assignmentId);
        assignments.recuse(assignmentId, reason);
        return left(assignmentId, next, "evaluate.recused", flash);
    }

    @PostMapping("/conflict")
    String declare(
            @PathVariable UUID assignmentId, @RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        var next = handingIn.next(assignmentId);
        conflicts.declare(assignments.get(assignmentId).projectId(), reason);
        return left(assignmentId, next, "evaluate.conflictDeclared", flash);
    }

    /** On to the next one; the page there removes what the browser has kept of this one. */
    private static String left(UUID assignmentId, String next, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("done", done);
        flash.addFlashAttribute("reached", assignmentId);
        return "redirect:" + next;
    }
}
