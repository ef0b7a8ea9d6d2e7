package org.regatta.ranking.web;

import java.util.UUID;
import org.regatta.ranking.Distributions;
import org.regatta.ranking.Rankings;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How the scores of a round spread, over projects, criteria and jurors: {@code ranking/distribution.html}. */
@Controller
class DistributionPageController {

    /** On one page: as many boxes as a chart can hold. */
    private static final int JURORS = 40;

    private final Rankings rankings;
    private final Distributions distributions;
    private final RankingFrame frame;

    DistributionPageController(Rankings rankings, Distributions distributions, RankingFrame frame) {
        this.rankings = rankings;
        this.distributions = distributions;
        this.frame = frame;
    }

    @GetMapping("/rounds/{roundId}/ranking/distribution")
    String show(@PathVariable UUID roundId, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("ranking", rankings.current(roundId));
        model.addAttribute("distribution", distributions.all(roundId, new PageRequest(page, JURORS)));
        frame.fill(roundId, model);
        frame.label(roundId, model);
        return "ranking/distribution";
    }
}
