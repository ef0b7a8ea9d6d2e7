package org.regatta.competition.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.NotVisible;
import org.regatta.identity.ReaderZone;
import org.regatta.shared.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The deadline of a round for the calendar of whoever keeps to it; of a live final, the final itself. */
@Controller
class DeadlineController {

    private final Rounds rounds;
    private final Competitions competitions;
    private final DeadlineCalendar calendar;
    private final MessageSource messages;
    private final Formats formats;
    private final ReaderZone zones;

    DeadlineController(
            Rounds rounds,
            Competitions competitions,
            DeadlineCalendar calendar,
            MessageSource messages,
            Formats formats,
            ReaderZone zones) {
        this.rounds = rounds;
        this.competitions = competitions;
        this.calendar = calendar;
        this.messages = messages;
        this.formats = formats;
        this.zones = zones;
    }

    @GetMapping("/rounds/{roundId}/deadline.ics")
    ResponseEntity<byte[]> deadline(@PathVariable UUID roundId) {
        var round = rounds.get(roundId);
        var from = from(round).orElseThrow(NotVisible::new);
        var until = Optional.ofNullable(round.closesAt()).orElse(from);
        var competition = competitions.get(round.competitionId());
        var title = messages.getMessage(
                words(round.kind()), new Object[] {round.name(), competition.name()}, LocaleContextHolder.getLocale());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deadline.ics\"")
                .body(calendar.of(roundId, from, until, title, formats.full(from, zones.or(competition.zone()))));
    }

    private static Optional<Instant> from(RoundView round) {
        return Optional.ofNullable(round.kind() == RoundKind.LIVE_FINAL ? round.opensAt() : round.closesAt());
    }

    /** What is due: projects of teams, evaluations of jurors, or something of nobody in particular. */
    private static String words(RoundKind kind) {
        return switch (kind) {
            case INTAKE -> "deadline.calendar.projects";
            case EVALUATION -> "deadline.calendar.evaluations";
            case LIVE_FINAL -> "deadline.calendar.final";
            default -> "deadline.calendar.any";
        };
    }
}
