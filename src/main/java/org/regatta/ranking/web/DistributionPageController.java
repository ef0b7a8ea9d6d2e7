package org.regatta.ranking.web;

import java.util.UUID;
import org.regatta.ranking.Distributions;
import org.regatta.ranking.Rankings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How the scores of a round spread, over projects, criteria and jurors: {@code ranking/distribution.html}. */
@Controller
class DistributionPageController {

    private final Rankings rankings;
    private final Distributions distributions;
    private final RankingFrame frame;

    DistributionPageController(Rankings rankings, Distributions distributions, RankingFrame frame) {
        this.rankings = rankings;
        this.distributions = distributions;
        this.frame = frame;
    }

    @GetMapping("/rounds/{roundId}/ranking/distribution")
    String show(@PathVariable UUID roundId, Model model) {
        model.addAttribute("ranking", rankings.current(roundId));
        model.addAttribute("distribution", distributions.all(roundId));
        frame.fill(roundId, model);
        frame.label(roundId, model);
        return "ranking/distribution";
    }
}
