package org.regatta.steering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

    private record Seats(long seats, long jurors, long ableToSignIn, long tooFew) {}

    /** What is lacking, in the order of the rounds, what blocks first in each; needs the right to run the competition. */
    public List<Gap> of(UUID competitionId) {
        access.require(Action.RUN_COMPETITION, competitions.get(competitionId).place());
        var list = rounds.of(competitionId);
        var gaps = new ArrayList<Gap>();
        if (list.isEmpty()) {
            gaps.add(new Gap(true, null, null, "gap.noRounds", List.of(), "", SetupStep.ROUNDS));
        }
        for (int at = 0; at < list.size(); at++) {
            var round = list.get(at);
            if (round.status() == RoundStatus.PLANNED) {
                lacking(round, list.subList(0, at), gaps);
                dates(round, list.subList(0, at), gaps);
                if (round.kind() == RoundKind.EVALUATION) {
                    jury(round, gaps);
                    undecided(round, list, gaps);
                }
            }
        }
        return gaps;
    }

    /** What the modules say; projects are not lacking while a call that will bring them is still to come. */
    private void lacking(RoundView round, List<RoundView> before, List<Gap> gaps) {
        var called = before.stream()
                .anyMatch(one -> one.kind() == RoundKind.INTAKE && one.status() != RoundStatus.COMPLETED);
        var ranked = before.stream()
                .anyMatch(one -> one.id().equals(round.decidesRoundId()) && one.status() != RoundStatus.COMPLETED);
        for (var finding : rounds.lacking(round.id())) {
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

    /** A jury that sits, and of which nobody can come in, is the round in which nobody can work. A mailed link is a way in. */
    private void jury(RoundView round, List<Gap> gaps) {
        var seats = jdbc.sql("""
                        select count(distinct s.id) as seats, count(distinct j.id) as jurors,
                               count(distinct j.id) filter (where p.enabled) as able,
                               count(distinct s.id) filter (where s.jurors_per_project >
                                   (select count(*) from juror o where o.jury_id = s.jury_id and o.active)) as too_few
                        from round_jury s left join juror j on j.jury_id = s.jury_id and j.active
                        left join person p on p.id = j.person_id where s.round_id = :round""")
                .param("round", round.id())
                .query((row, number) -> new Seats(
                        row.getLong("seats"), row.getLong("jurors"), row.getLong("able"), row.getLong("too_few")))
                .single();
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
