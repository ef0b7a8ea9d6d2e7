package org.regatta.ranking.web;

import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.ranking.Rankings;
import org.regatta.ranking.Rankings.Order;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A ranking ({@code ranking/ranking.html}) and how one of its results came about ({@code ranking/derivation.html}). */
@Controller
class RankingPageController {

    private static final int ROWS = 100;

    private final Rankings rankings;
    private final Rounds rounds;
    private final Competitions competitions;

    RankingPageController(Rankings rankings, Rounds rounds, Competitions competitions) {
        this.rankings = rankings;
        this.rounds = rounds;
        this.competitions = competitions;
    }

    @GetMapping("/rounds/{roundId}/ranking")
    String show(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "POSITION") Order.Column sort,
            @RequestParam(defaultValue = "false") boolean descending,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        frame(roundId, model);
        model.addAttribute("ranking", rankings.current(roundId));
        model.addAttribute("rows", rankings.rows(roundId, new Order(sort, descending), new PageRequest(page, ROWS)));
        model.addAttribute("jurors", rankings.jurors(roundId));
        model.addAttribute("sort", sort.name());
        model.addAttribute("descending", descending);
        return "ranking/ranking";
    }

    @GetMapping("/rounds/{roundId}/ranking/{projectId}")
    String derivation(@PathVariable UUID roundId, @PathVariable UUID projectId, Model model) {
        frame(roundId, model);
        model.addAttribute("view", rankings.derivation(roundId, projectId));
        return "ranking/derivation";
    }

    private void frame(UUID roundId, Model model) {
        var round = rounds.get(roundId);
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
    }
}
