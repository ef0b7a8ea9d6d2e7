package org.regatta.steering;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.BulkReads;
import org.regatta.identity.PersonalDataRead;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.steering.Forecast.Day;
import org.regatta.steering.Forecast.State;
import org.regatta.steering.JurorProgress.Outlook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far an evaluation round is: never what is in an evaluation. Projects the viewer has a conflict with are left out
 * of every list and count.
 */
@Service
@Transactional(readOnly = true)
public class RoundProgress {

    /** How many days the pace is taken from. */
    private static final int DAYS = 5;
    /** How many days the course shows. */
    private static final int COURSE = 30;

    private static final Duration SOON = Duration.ofDays(2);

    private final ProgressQueries queries;
    private final Rounds rounds;
    private final Competitions competitions;
    private final Access access;
    private final BulkReads reads;
    private final Clock clock;

    RoundProgress(
            ProgressQueries queries,
            Rounds rounds,
            Competitions competitions,
            Access access,
            BulkReads reads,
            Clock clock) {
        this.queries = queries;
        this.rounds = rounds;
        this.competitions = competitions;
        this.access = access;
        this.reads = reads;
        this.clock = clock;
    }

    /** Jurors and how far each is; needs the right to see who evaluates what. Publishes {@link PersonalDataRead}. */
    @Transactional
    public Page<JurorProgress> jurors(UUID roundId, ProgressSort sort, boolean descending, PageRequest page) {
        var round = rounds.get(roundId);
        access.require(Action.READ_ASSIGNMENTS, round.place());
        var opened = queries.openedAt(roundId);
        var found = queries.jurors(roundId, access.withheld(round.competitionId()), sort, descending, page);
        reads.tell("jurors", roundId, round.competitionId(), found.items().size());
        return found.map(row -> row.with(outlook(round, opened, row)));
    }

    /** Like {@link #behind}, as a list that somebody looks at; publishes {@link PersonalDataRead}. */
    @Transactional
    public List<JurorProgress> showBehind(UUID roundId) {
        var behind = behind(roundId);
        reads.tell("jurors.behind", roundId, rounds.get(roundId).competitionId(), behind.size());
        return behind;
    }

    /** Everybody with something left, those with most first; needs the right to see who evaluates what. */
    public List<JurorProgress> behind(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.READ_ASSIGNMENTS, round.place());
        var opened = queries.openedAt(roundId);
        return queries.behind(roundId, access.withheld(round.competitionId())).stream()
                .map(row -> row.with(outlook(round, opened, row)))
                .toList();
    }

    /** How many jurors of an open round have handed in nothing though something is theirs to do; counts progress only. */
    public long silent(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.READ_PROGRESS, round.place());
        return queries.silent(roundId, access.withheld(round.competitionId()));
    }

    /** How many conflicts were declared since the round opened, by people who evaluate in it. */
    public long conflictsSinceOpening(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.READ_PROGRESS, round.place());
        return queries.conflictsSinceOpening(roundId, access.withheld(round.competitionId()));
    }

    /** How many projects that take part nobody evaluates, or did; needs the right to see progress. */
    public long unassigned(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.READ_PROGRESS, round.place());
        return queries.unassigned(roundId, access.withheld(round.competitionId()));
    }

    /** Projects that take part, and how far the evaluations of each are, if it has a juror; needs the right to see progress. */
    public Page<ProjectProgress> projects(UUID roundId, ProgressSort sort, boolean descending, PageRequest page) {
        var round = rounds.get(roundId);
        access.require(Action.READ_PROGRESS, round.place());
        return queries.projects(roundId, access.withheld(round.competitionId()), sort, descending, page);
    }

    /** When the round will be done, at the pace of the last five days; needs the right to see progress. */
    public Forecast forecast(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.READ_PROGRESS, round.place());
        var zone = competitions.get(round.competitionId()).zone();
        var now = clock.instant();
        var counts = queries.counts(roundId, access.withheld(round.competitionId()), zone);
        var opened = queries.openedAt(roundId);
        var course = course(counts, opened, now, zone);
        if (round.status() != RoundStatus.OPEN || opened == null) {
            return said(State.NOT_OPEN, counts.left(), 0, 0, course);
        }
        if (counts.left() == 0) {
            return said(State.DONE, 0, 0, 0, course);
        }
        return forecast(counts, opened, now, zone, course);
    }

    private static Forecast forecast(
            ProgressQueries.Counts counts, Instant opened, Instant now, ZoneId zone, List<Day> course) {
        var since = now.minus(Duration.ofDays(DAYS)).isAfter(opened) ? now.minus(Duration.ofDays(DAYS)) : opened;
        var today = now.atZone(zone).toLocalDate();
        var perDay = new ArrayList<Long>();
        for (var day = since.atZone(zone).toLocalDate(); !day.isAfter(today); day = day.plusDays(1)) {
            perDay.add(counts.on(day));
        }
        // whole days, as they are counted; a round that opened during the first of them is not older than that
        var firstDay = since.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var pace = Pace.of(perDay, Duration.between(opened.isAfter(firstDay) ? opened : firstDay, now));
        var recent = pace.handedIn();
        if (!pace.says()) {
            return said(State.TOO_LITTLE, counts.left(), recent, perDay.size(), course);
        }
        return new Forecast(
                State.SAID,
                counts.left(),
                recent,
                perDay.size(),
                now.plus(pace.within(counts.left(), 0.5)),
                now.plus(pace.within(counts.left(), 0.1)),
                now.plus(pace.within(counts.left(), 0.9)),
                course);
    }

    private static Forecast said(State state, long left, long recent, int days, List<Day> course) {
        return new Forecast(state, left, recent, days, null, null, null, course);
    }

    private static List<Day> course(ProgressQueries.Counts counts, @Nullable Instant opened, Instant now, ZoneId zone) {
        if (opened == null) {
            return List.of();
        }
        var today = now.atZone(zone).toLocalDate();
        var first = opened.atZone(zone).toLocalDate();
        var from = first.isBefore(today.minusDays(COURSE)) ? today.minusDays(COURSE) : first;
        var days = new ArrayList<Day>();
        var left = counts.left();
        for (LocalDate day = today; !day.isBefore(from); day = day.minusDays(1)) {
            days.add(new Day(day, left));
            left += counts.on(day);
        }
        days.add(new Day(from.minusDays(1), left));
        return days.reversed();
    }

    /** At one's own pace since the round opened; the deadline decides. */
    private Outlook outlook(RoundView round, @Nullable Instant opened, JurorProgress row) {
        if (row.left() == 0) {
            return Outlook.DONE;
        }
        var deadline = round.closesAt();
        var now = clock.instant();
        if (deadline == null || opened == null) {
            return Outlook.IN_TIME;
        }
        var remaining = Duration.between(now, deadline);
        if (remaining.isNegative() || (row.submitted() == 0 && remaining.compareTo(SOON) < 0)) {
            return Outlook.LATE;
        }
        var elapsed = Math.max(1, Duration.between(opened, now).toSeconds());
        var needed = row.left() * (double) elapsed / Math.max(0.5, row.submitted());
        // nobody is at risk while hardly any of the time has passed
        var early = elapsed * 5.0 < remaining.toSeconds();
        return !early && needed > remaining.toSeconds() ? Outlook.AT_RISK : Outlook.IN_TIME;
    }
}
