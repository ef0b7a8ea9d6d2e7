package org.regatta.deliberation.web;

import org.regatta.competition.Competitions;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.deliberation.DecisionFilter.Show;
import org.regatta.deliberation.DecisionSummary;
import org.regatta.deliberation.DecisionView;
import org.regatta.deliberation.Outcome;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.project.Projects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What every page about decisions shows. */
@Component
class DecisionFrame {

    private final Rounds rounds;
    private final Competitions competitions;
    private final Projects projects;
    private final Access access;

    DecisionFrame(Rounds rounds, Competitions competitions, Projects projects, Access access) {
        this.rounds = rounds;
        this.competitions = competitions;
        this.projects = projects;
        this.access = access;
    }

    String page(DecisionQuery query, DecisionSummary summary, DecisionSheet sheet, Model model) {
        var round = fill(query, model);
        model.addAttribute("summary", summary);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "open",
                projects.among(
                        round.competitionId(),
                        sheet.page().items().stream()
                                .map(DecisionView::projectId)
                                .toList()));
        model.addAttribute("shows", Show.values());
        model.addAttribute(
                "mayDecide",
                round.status() == RoundStatus.OPEN && sheet.changeable() && access.may(Action.DECIDE, round.place()));
        model.addAttribute("mayCancel", access.may(Action.DECIDE, round.place()));
        return "deliberation/decisions";
    }

    /** The round, its competition, and which decisions the page is about. */
    RoundView fill(DecisionQuery query, Model model) {
        var round = rounds.get(query.roundId());
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("query", query);
        model.addAttribute("outcomes", Outcome.values());
        return round;
    }
}
