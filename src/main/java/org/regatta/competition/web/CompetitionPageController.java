package org.regatta.competition.web;

import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The competitions ({@code competition/list.html}) and the board of one ({@code competition/board.html}). */
@Controller
class CompetitionPageController {

    private static final int ROWS = 50;

    private final Competitions competitions;
    private final Boards boards;

    CompetitionPageController(Competitions competitions, Boards boards) {
        this.competitions = competitions;
        this.boards = boards;
    }

    @GetMapping("/competitions")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("competitions", competitions.list(new PageRequest(page, ROWS)));
        return "competition/list";
    }

    @GetMapping("/competitions/{competitionId}")
    String show(@PathVariable UUID competitionId, Model model) {
        model.addAttribute("board", boards.of(competitionId));
        return "competition/board";
    }

    @PostMapping("/competitions/{competitionId}/start")
    String start(@PathVariable UUID competitionId, RedirectAttributes flash) {
        competitions.start(competitionId);
        flash.addFlashAttribute("done", "competition.started");
        return "redirect:/competitions/" + competitionId;
    }
}
