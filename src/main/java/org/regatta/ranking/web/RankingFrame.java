package org.regatta.ranking.web;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.ranking.Distributions;
import org.regatta.rubric.CriterionView;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page about a ranking says: which round of which competition, and where it is decided. */
@Component
class RankingFrame {

    private final Rounds rounds;
    private final Competitions competitions;
    private final Distributions distributions;

    RankingFrame(Rounds rounds, Competitions competitions, Distributions distributions) {
        this.rounds = rounds;
        this.competitions = competitions;
        this.distributions = distributions;
    }

    /** Says which round it was. */
    RoundView fill(UUID roundId, Model model) {
        var round = rounds.get(roundId);
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("decidedIn", decidedIn(round));
        return round;
    }

    /** The labels of the rubric's questions, by key. */
    void label(UUID roundId, Model model) {
        model.addAttribute(
                "criteria",
                distributions.criteria(roundId).stream()
                        .collect(Collectors.toMap(CriterionView::key, Function.identity())));
    }

    private @Nullable UUID decidedIn(RoundView round) {
        return rounds.of(round.competitionId()).stream()
                .filter(other -> round.id().equals(other.decidesRoundId()))
                .map(RoundView::id)
                .findFirst()
                .orElse(null);
    }
}
