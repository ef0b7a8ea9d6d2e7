package org.regatta.evaluation.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.evaluation.OwnEvaluation;
import org.regatta.identity.NotVisible;
import org.regatta.shared.PageRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All own evaluations, {@code evaluation/mine.html}, and the deadline of a round for one's calendar. */
@Controller
class MyEvaluationsController {

    private static final int ROWS = 30;

    private final MyEvaluations mine;
    private final SheetPages pages;
    private final Rounds rounds;
    private final Competitions competitions;
    private final DeadlineCalendar calendar;
    private final MessageSource messages;

    MyEvaluationsController(
            MyEvaluations mine,
            SheetPages pages,
            Rounds rounds,
            Competitions competitions,
            DeadlineCalendar calendar,
            MessageSource messages) {
        this.mine = mine;
        this.pages = pages;
        this.rounds = rounds;
        this.competitions = competitions;
        this.calendar = calendar;
        this.messages = messages;
    }

    @GetMapping("/evaluations")
    String list(
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) OwnEvaluation.@Nullable State state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID submitted,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("list", mine.list(round, state, q, new PageRequest(page, ROWS)));
        model.addAttribute("progress", mine.progress());
        model.addAttribute("states", OwnEvaluation.State.values());
        model.addAttribute("round", round);
        model.addAttribute("state", state);
        model.addAttribute("q", q);
        model.addAttribute("zone", pages.zone());
        model.addAttribute("personId", pages.personId());
        model.addAttribute("undo", pages.undo(submitted));
        return "evaluation/mine";
    }

    @GetMapping("/evaluations/rounds/{roundId}/deadline.ics")
    ResponseEntity<byte[]> deadline(@PathVariable UUID roundId) {
        var round = rounds.get(roundId);
        var endsAt = Optional.ofNullable(round.closesAt()).orElseThrow(NotVisible::new);
        var competition = competitions.get(round.competitionId());
        var title = messages.getMessage(
                "evaluate.calendar.title",
                new Object[] {round.name(), competition.name()},
                LocaleContextHolder.getLocale());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deadline.ics\"")
                .body(calendar.of(roundId, endsAt, title));
    }
}
