package org.regatta.competition.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.regatta.competition.BoardParts;
import org.regatta.competition.CompetitionStatus;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.ReaderZone;
import org.regatta.identity.Role;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.Formats;
import org.regatta.workflow.Incidents;
import org.regatta.workflow.Turns;
import org.regatta.workflow.Turns.Turn;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the processes themselves know to block: steps that failed, a round that cannot open, organisers past a date. */
@Component
@Order(1)
class CompetitionBlockers implements BoardParts {

    /** A round that opens this soon has to be ready. */
    private static final Duration AHEAD = Duration.ofDays(7);
    /** An organiser's task without a date that waits longer than this is worth a word. */
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final Incidents incidents;
    private final Turns turns;
    private final Rounds rounds;
    private final Formats formats;
    private final Clock clock;
    private final ReaderZone zones;

    CompetitionBlockers(
            Incidents incidents, Turns turns, Rounds rounds, Formats formats, Clock clock, ReaderZone zones) {
        this.incidents = incidents;
        this.turns = turns;
        this.rounds = rounds;
        this.formats = formats;
        this.clock = clock;
        this.zones = zones;
    }

    @Override
    public List<Blocker> blockers(CompetitionView competition, List<RoundView> list) {
        var found = new ArrayList<Blocker>();
        if (competition.status() != CompetitionStatus.RUNNING) {
            return found;
        }
        var failed =
                incidents.of(competition.place(), null, new PageRequest(0, 1)).total();
        if (failed > 0) {
            found.add(new Blocker(
                    true,
                    Words.of("blocker.incidents", failed, formats.count(failed)),
                    Words.of("blocker.incidents.why"),
                    new Act("blocker.incidents.act", "#incidents")));
        }
        list.stream()
                .filter(round -> round.status() != RoundStatus.COMPLETED)
                .findFirst()
                .filter(this::opensSoon)
                .ifPresent(next -> notReady(next, found));
        // only what waits for the organisers: the modules that know jurors tell of jurors past their date
        turns.of(competition.place(), Role.PROGRAM_ADMIN).stream()
                .filter(this::late)
                .map(turn -> overdue(turn, competition))
                .forEach(found::add);
        return found;
    }

    private boolean opensSoon(RoundView round) {
        var opens = round.opensAt();
        return round.status() == RoundStatus.PLANNED
                && (opens == null || opens.isBefore(clock.instant().plus(AHEAD)));
    }

    private void notReady(RoundView round, List<Blocker> found) {
        var lacking = rounds.lacking(round.id());
        if (!lacking.isEmpty()) {
            found.add(new Blocker(
                    true,
                    Words.of("blocker.notReady", round.name(), lacking.size(), formats.count(lacking.size())),
                    Words.of("blocker.verbatim", lacking.getFirst().message()),
                    new Act("blocker.notReady.act", "/rounds/" + round.id())));
        }
    }

    private boolean late(Turn turn) {
        var due = turn.due();
        return due != null
                ? due.isBefore(clock.instant())
                : turn.oldest().isBefore(clock.instant().minus(PATIENCE));
    }

    private Blocker overdue(Turn turn, CompetitionView competition) {
        var due = turn.due();
        return new Blocker(
                due != null,
                Words.of(due == null ? "blocker.waits" : "blocker.overdue", turn.taskKey(), turn.name()),
                Words.of(
                        due == null ? "blocker.waits.why" : "blocker.overdue.why",
                        formats.brief(due == null ? turn.oldest() : due, zones.or(competition.zone()))),
                new Act("blocker.overdue.act", "/inbox"));
    }
}
