package org.regatta.steering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what a competition lacks while there is still time: above all rounds that open and in which nobody can work. */
@Service
@Transactional(readOnly = true)
public class Readiness {

    private final Competitions competitions;
    private final Rounds rounds;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    Readiness(Competitions competitions, Rounds rounds, Access access, JdbcClient jdbc, Clock clock) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Seats(long jurors, long ableToSignIn, long tooFew) {

        private static final Seats NONE = new Seats(0, 0, 0);
    }

    /** What is lacking, in the order of the rounds, what blocks first in each; needs the right to run the competition. */
    public List<Gap> of(UUID competitionId) {
        access.require(Action.RUN_COMPETITION, competitions.get(competitionId).place());
        var list = rounds.of(competitionId);
        var gaps = new ArrayList<Gap>();
        if (list.isEmpty()) {
            gaps.add(new Gap(true, null, null, "gap.noRounds", List.of(), "", SetupStep.ROUNDS));
        }
        var lacking = rounds.lackingIn(competitionId);
        var seats = seats(list);
        for (int at = 0; at < list.size(); at++) {
            var round = list.get(at);
            if (round.status() == RoundStatus.PLANNED) {
                lacking(round, lacking.getOrDefault(round.id(), List.of()), list.subList(0, at), gaps);
                dates(round, list.subList(0, at), gaps);
                if (round.kind() == RoundKind.EVALUATION) {
                    jury(round, seats.getOrDefault(round.id(), Seats.NONE), gaps);
                    undecided(round, list, gaps);
                }
            }
        }
        return gaps;
    }

    /** What the modules say; projects are not lacking while a call that will bring them is still to come. */
    private static void lacking(RoundView round, List<Finding> findings, List<RoundView> before, List<Gap> gaps) {
        var called = before.stream()
                .anyMatch(one -> one.kind() == RoundKind.INTAKE && one.status() != RoundStatus.COMPLETED);
        var ranked = before.stream()
                .anyMatch(one -> one.id().equals(round.decidesRoundId()) && one.status() != RoundStatus.COMPLETED);
        for (var finding : findings) {
            var comes = finding.place().equals("projects") && called
                    || finding.place().equals("decidesRoundId") && ranked;
            if (!comes && finding.place().equals("projects")) {
                gaps.add(gap(true, round, "gap.projects"));
            } else if (!comes) {
                gaps.add(new Gap(
                        true,
                        round.name(),
                        round.id(),
                        "gap.verbatim",
                        List.of(finding.message()),
                        finding.remedy(),
                        step(finding)));
            }
        }
    }

    private static SetupStep step(Finding finding) {
        if (finding.place().startsWith("jury")) {
            return SetupStep.JURIES;
        }
        return finding.place().startsWith("scoringPolicy.") ? SetupStep.POLICIES : SetupStep.ROUNDS;
    }

    private void dates(RoundView round, List<RoundView> before, List<Gap> gaps) {
        var closes = round.closesAt();
        if (closes != null && closes.plus(round.grace()).isBefore(clock.instant())) {
            gaps.add(gap(true, round, "gap.past"));
        }
        var opens = round.opensAt();
        before.stream()
                .filter(one -> opens != null
                        && one.closesAt() != null
                        && one.closesAt().isAfter(opens))
                .reduce((first, second) -> second)
                .ifPresent(one -> gaps.add(new Gap(
                        false, round.name(), round.id(), "gap.overlap", List.of(one.name()), "", SetupStep.ROUNDS)));
        if (closes == null && round.kind() == RoundKind.INTAKE) {
            gaps.add(gap(false, round, "gap.openEnd"));
        }
    }

    /** Of the rounds that jurors will work in, by round; without those where no jury sits. */
    private Map<UUID, Seats> seats(List<RoundView> list) {
        var planned = list.stream()
                .filter(round -> round.status() == RoundStatus.PLANNED && round.kind() == RoundKind.EVALUATION)
                .map(RoundView::id)
                .toList();
        var seats = new HashMap<UUID, Seats>();
        if (planned.isEmpty()) {
            return seats;
        }
        jdbc.sql("""
                        select s.round_id, count(distinct j.id) as jurors,
                               count(distinct j.id) filter (where p.enabled) as able,
                               count(distinct s.id) filter (where s.jurors_per_project >
                                   (select count(*) from juror o where o.jury_id = s.jury_id and o.active)) as too_few
                        from round_jury s left join juror j on j.jury_id = s.jury_id and j.active
                        left join person p on p.id = j.person_id where s.round_id in (:rounds) group by s.round_id""").param("rounds", planned).query(row -> {
            seats.put(
                    row.getObject("round_id", UUID.class),
                    new Seats(row.getLong("jurors"), row.getLong("able"), row.getLong("too_few")));
        });
        return seats;
    }

    /** A jury that sits, and of which nobody can come in, is the round in which nobody can work. A mailed link is a way in. */
    private static void jury(RoundView round, Seats seats, List<Gap> gaps) {
        if (seats.jurors() > 0 && seats.ableToSignIn() == 0) {
            gaps.add(new Gap(
                    true,
                    round.name(),
                    round.id(),
                    "gap.nobodySignsIn",
                    List.of(seats.jurors()),
                    "",
                    SetupStep.JURIES));
        } else if (seats.ableToSignIn() < seats.jurors()) {
            gaps.add(new Gap(
                    false,
                    round.name(),
                    round.id(),
                    "gap.someCannotSignIn",
                    List.of(seats.jurors() - seats.ableToSignIn(), seats.jurors()),
                    "",
                    SetupStep.JURIES));
        }
        if (seats.tooFew() > 0) {
            gaps.add(new Gap(true, round.name(), round.id(), "gap.tooFewJurors", List.of(), "", SetupStep.JURIES));
        }
    }

    private static void undecided(RoundView round, List<RoundView> list, List<Gap> gaps) {
        var decided = list.stream().anyMatch(one -> round.id().equals(one.decidesRoundId()));
        var followed =
                list.stream().anyMatch(one -> one.position() > round.position() && one.kind() == RoundKind.EVALUATION);
        if (!decided && !followed) {
            gaps.add(gap(false, round, "gap.undecided"));
        }
    }

    private static Gap gap(boolean blocks, RoundView round, String key) {
        return new Gap(blocks, round.name(), round.id(), key, List.of(), "", SetupStep.ROUNDS);
    }
}
