package org.regatta.evaluation.web;

import java.util.Map;
import java.util.UUID;
import org.regatta.evaluation.EvaluationChanged;
import org.regatta.evaluation.EvaluationClosed;
import org.regatta.evaluation.Evaluations;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves and hands in an evaluation where no script runs; what cannot be taken comes back as it was typed. */
@Controller
class PlainSheetController {

    private final Evaluations evaluations;
    private final MyEvaluations mine;
    private final HandingIn handingIn;
    private final SheetPages pages;

    PlainSheetController(Evaluations evaluations, MyEvaluations mine, HandingIn handingIn, SheetPages pages) {
        this.evaluations = evaluations;
        this.mine = mine;
        this.handingIn = handingIn;
        this.pages = pages;
    }

    @PostMapping("/evaluations/{assignmentId}/write")
    ModelAndView write(
            @PathVariable UUID assignmentId, @RequestParam Map<String, String> form, RedirectAttributes flash) {
        var typed = PlainSheet.of(form);
        try {
            if (typed.note() != null) {
                mine.keepNote(assignmentId, typed.note(), typed.noteVersion());
            }
            if (typed.handsIn()) {
                handingIn.submit(assignmentId, typed.scores(), typed.comment(), typed.version());
                return to(handingIn.next(assignmentId) + "?submitted=" + assignmentId);
            }
            evaluations.saveAnswers(assignmentId, typed.scores(), typed.comment(), typed.version());
            flash.addFlashAttribute("done", "evaluate.savedPlain");
            return to("/evaluations/" + assignmentId);
        } catch (InvalidInput refused) {
            return again(assignmentId, typed, refused, HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (EvaluationChanged | EvaluationClosed refused) {
            return again(assignmentId, typed, refused, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView again(UUID assignmentId, PlainSheet typed, Problem refused, HttpStatus status) {
        return new ModelAndView(
                "evaluation/evaluate", Map.of("page", pages.again(assignmentId, typed, refused)), status);
    }

    private static ModelAndView to(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
