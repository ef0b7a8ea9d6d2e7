package org.regatta.competition.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.workflow.Incidents;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has what failed tried again, from the board and from a round's page. */
@Controller
class IncidentPageController {

    private final Competitions competitions;
    private final Incidents incidents;

    IncidentPageController(Competitions competitions, Incidents incidents) {
        this.competitions = competitions;
        this.incidents = incidents;
    }

    @PostMapping("/competitions/{competitionId}/incidents/{incidentId}/retry")
    String retry(
            @PathVariable UUID competitionId,
            @PathVariable String incidentId,
            @RequestParam(required = false) @Nullable UUID round,
            RedirectAttributes flash) {
        incidents.retry(competitions.get(competitionId).place(), incidentId);
        flash.addFlashAttribute("done", "incidents.retried");
        return back(competitionId, round);
    }

    @PostMapping("/competitions/{competitionId}/incidents/retry")
    String retryAll(
            @PathVariable UUID competitionId,
            @RequestParam(required = false) @Nullable UUID round,
            RedirectAttributes flash) {
        incidents.retryAll(competitions.get(competitionId).place(), round);
        flash.addFlashAttribute("done", "incidents.retried");
        return back(competitionId, round);
    }

    private static String back(UUID competitionId, @Nullable UUID round) {
        return round == null ? "redirect:/competitions/" + competitionId : "redirect:/rounds/" + round;
    }
}
