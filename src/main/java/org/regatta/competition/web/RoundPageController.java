package org.regatta.competition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.BoardParts;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.TypedTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One round: {@code competition/round.html}. */
@Controller
class RoundPageController {

    private final Rounds rounds;
    private final Competitions competitions;
    private final Boards boards;
    private final IncidentRows incidents;
    private final TurnRows turns;
    private final List<BoardParts> parts;
    private final Access access;
    private final Clock clock;

    RoundPageController(
            Rounds rounds,
            Competitions competitions,
            RoundPageSources sources,
            List<BoardParts> parts,
            Access access,
            Clock clock) {
        this.rounds = rounds;
        this.competitions = competitions;
        this.boards = sources.boards();
        this.incidents = sources.incidents();
        this.turns = sources.turns();
        this.parts = parts;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/rounds/{roundId}")
    String show(@PathVariable UUID roundId, @RequestParam Map<String, String> query, Model model) {
        return fill(roundId, query, model);
    }

    private String fill(UUID roundId, Map<String, String> query, Model model) {
        var round = rounds.get(roundId);
        var competition = competitions.get(round.competitionId());
        var mayRun = access.may(Action.RUN_COMPETITION, round.place());
        var lacking = mayRun ? rounds.lacking(roundId) : List.<Finding>of();
        model.addAttribute("round", round);
        model.addAttribute("competition", competition);
        model.addAttribute(
                "panels",
                parts.stream()
                        .flatMap(one -> one.panels(round, competition, query).stream())
                        .toList());
        model.addAttribute("incidents", incidents.first(round.place(), List.of(round), roundId));
        model.addAttribute("figures", boards.figures(round));
        model.addAttribute("lacking", lacking);
        model.addAttribute("mayRun", mayRun);
        model.addAttribute("maySeeRanking", access.may(Action.READ_RANKING, round.place()));
        model.addAttribute("maySeeDiagram", access.may(Action.READ_MODEL, round.place()));
        model.addAttribute("maySeeDecisions", access.may(Action.READ_DECISIONS, round.place()));
        return "competition/round";
    }

    @PostMapping("/rounds/{roundId}/close")
    String close(@PathVariable UUID roundId, RedirectAttributes flash) {
        rounds.requestClose(roundId);
        flash.addFlashAttribute("done", "round.closing");
        return "redirect:/rounds/" + roundId;
    }

    /** Moves the deadline once that is confirmed; before, asks with the consequence: it cannot be moved back. */
    @PostMapping("/rounds/{roundId}/deadline")
    String extend(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "") String closesAt,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            var round = rounds.get(roundId);
            var competition = competitions.get(round.competitionId());
            var later = new TypedTime("closesAt", closesAt).in(competition.zone());
            if (!confirmed && movable(round, later)) {
                model.addAttribute("typed", closesAt);
                model.addAttribute("later", later);
                model.addAttribute("dueThen", turns.tasks(competition.place(), roundId));
                return fill(roundId, Map.of(), model);
            }
            rounds.extendDeadline(roundId, later);
        } catch (InvalidInput refused) {
            return again(roundId, closesAt, refused.findings(), model, response);
        }
        flash.addFlashAttribute("done", "round.extended");
        return "redirect:/rounds/" + roundId;
    }

    /** Whether there is something to confirm; what cannot be done is refused without a question. */
    private boolean movable(RoundView round, Instant later) {
        var closesAt = round.closesAt();
        return access.may(Action.RUN_COMPETITION, round.place())
                && (round.status() == RoundStatus.PLANNED || round.status() == RoundStatus.OPEN)
                && later.isAfter(clock.instant())
                && (closesAt == null || later.isAfter(closesAt));
    }

    private String again(
            UUID roundId, String typed, List<Finding> findings, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("typed", typed);
        model.addAttribute("findings", findings);
        return fill(roundId, Map.of(), model);
    }
}
