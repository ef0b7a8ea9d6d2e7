package org.regatta.steering.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.regatta.competition.BoardParts;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.identity.ReaderZone;
import org.regatta.shared.web.Formats;
import org.regatta.steering.RoundProgress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the evaluation round that is open suffers from: silent jurors, a pace too slow, projects without a juror, conflicts declared meanwhile. */
@Component
@Order(2)
class ProgressBlockers implements BoardParts {

    private static final Duration SOON = Duration.ofDays(3);

    private final RoundProgress progress;
    private final Formats formats;
    private final Clock clock;
    private final ReaderZone zones;

    ProgressBlockers(RoundProgress progress, Formats formats, Clock clock, ReaderZone zones) {
        this.progress = progress;
        this.formats = formats;
        this.clock = clock;
        this.zones = zones;
    }

    @Override
    public List<Blocker> blockers(CompetitionView competition, List<RoundView> rounds) {
        var found = new ArrayList<Blocker>();
        rounds.stream()
                .filter(round -> round.kind() == RoundKind.EVALUATION && round.status() == RoundStatus.OPEN)
                .forEach(round -> look(competition, round, found));
        return found;
    }

    private void look(CompetitionView competition, RoundView round, List<Blocker> found) {
        var deadline = round.closesAt();
        if (deadline != null && deadline.isBefore(clock.instant().plus(SOON))) {
            silent(round, deadline.isBefore(clock.instant()), found);
        }
        var forecast = progress.forecast(round.id());
        var likely = forecast.likely();
        if (deadline != null && likely != null && likely.isAfter(deadline)) {
            found.add(new Blocker(
                    false,
                    Words.of("blocker.forecast", formats.brief(likely, zones.or(competition.zone()))),
                    Words.of("blocker.forecast.why", forecast.left(), formats.count(forecast.left())),
                    new Act("blocker.forecast.act", "/rounds/" + round.id() + "#forecast")));
        }
        nobody(round, found);
        var conflicts = progress.conflictsSinceOpening(round.id());
        if (conflicts > 0) {
            found.add(new Blocker(
                    false,
                    Words.of("blocker.conflicts", conflicts, formats.count(conflicts)),
                    Words.of("blocker.conflicts.why"),
                    new Act("blocker.conflicts.act", "/rounds/" + round.id() + "?show=projects#progress-list")));
        }
    }

    private void nobody(RoundView round, List<Blocker> found) {
        var unassigned = progress.unassigned(round.id());
        if (unassigned > 0) {
            found.add(new Blocker(
                    true,
                    Words.of("blocker.unassigned", unassigned, formats.count(unassigned)),
                    Words.of("blocker.unassigned.why", round.name()),
                    new Act(
                            "blocker.unassigned.act",
                            "/rounds/" + round.id() + "?show=projects&sort=SUBMITTED#progress-list")));
        }
    }

    private void silent(RoundView round, boolean over, List<Blocker> found) {
        var silent = progress.silent(round.id());
        if (silent > 0) {
            found.add(new Blocker(
                    over,
                    Words.of("blocker.silent", silent, formats.count(silent)),
                    Words.of("blocker.silent.why", round.name()),
                    new Act("blocker.silent.act", "/rounds/" + round.id() + "/reminder")));
        }
    }
}
