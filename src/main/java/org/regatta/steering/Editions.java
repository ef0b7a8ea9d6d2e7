package org.regatta.steering;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.NewCompetition;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.competition.ScoringPolicies;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.jury.Juries;
import org.regatta.jury.NewJuror;
import org.regatta.projectfile.FilesAsked;
import org.regatta.rubric.NewRubric;
import org.regatta.rubric.Rubrics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the next edition of a competition out of an earlier one. */
@Service
@Transactional
public class Editions {

    private final Competitions competitions;
    private final Rounds rounds;
    private final ScoringPolicies policies;
    private final Rubrics rubrics;
    private final Juries juries;
    private final DiscrepancyRules discrepancies;
    private final RoundReminders reminders;
    private final FilesAsked files;
    private final Access access;

    Editions(
            Competitions competitions,
            Rounds rounds,
            ScoringPolicies policies,
            Rubrics rubrics,
            Juries juries,
            DiscrepancyRules discrepancies,
            RoundReminders reminders,
            FilesAsked files,
            Access access) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.policies = policies;
        this.rubrics = rubrics;
        this.juries = juries;
        this.discrepancies = discrepancies;
        this.reminders = reminders;
        this.files = files;
        this.access = access;
    }

    /**
     * Copies a competition into a draft of the same program: rounds with their order, settings, files asked for, rules for
     * third readers and reminders, rubrics, scoring policies, juries with their active jurors and seats; whoever copies is
     * left out, since nobody seats themselves. Projects, evaluations and decisions stay where they are. All or nothing.
     *
     * @param days how far every date moves, by the wall clock of the competition's zone; 364 keeps the weekday
     * @return the draft's id
     * @throws org.regatta.shared.DuplicateKey if the program has a competition of this key
     * @throws org.regatta.shared.InvalidInput naming each wrong field
     */
    public UUID copy(UUID competitionId, String key, String name, int days) {
        var source = competitions.get(competitionId);
        access.require(Action.RUN_COMPETITION, source.place());
        var copyId = competitions.create(new NewCompetition(
                source.programId(), key, name, source.description(), source.zone(), source.fourEyes()));
        var policyIds = new HashMap<UUID, UUID>();
        policies.of(competitionId)
                .forEach(policy -> policyIds.put(
                        policy.id(), policies.define(copyId, policy.key(), policy.name(), policy.policy())));
        var rubricIds = new HashMap<UUID, UUID>();
        rubrics.of(competitionId)
                .forEach(rubric -> rubricIds.put(
                        rubric.id(),
                        rubrics.define(
                                copyId,
                                new NewRubric(rubric.key(), rubric.name(), rubric.guidance(), rubric.criteria()))));
        var roundIds = rounds(source, copyId, days, policyIds, rubricIds);
        roundIds.forEach((from, to) -> {
            var limit = discrepancies.of(from);
            if (limit > 0) {
                discrepancies.watch(to, limit);
            }
            files.ask(to, files.of(from));
            reminders.of(from).ifPresent(reminder -> reminders.set(to, reminder));
        });
        juries(competitionId, copyId, roundIds);
        return copyId;
    }

    private Map<UUID, UUID> rounds(
            CompetitionView source, UUID copyId, int days, Map<UUID, UUID> policyIds, Map<UUID, UUID> rubricIds) {
        var roundIds = new HashMap<UUID, UUID>();
        for (var round : rounds.of(source.id())) {
            roundIds.put(
                    round.id(),
                    rounds.add(new NewRound(
                            copyId,
                            null,
                            round.key(),
                            round.name(),
                            round.kind(),
                            moved(round.opensAt(), days, source.zone()),
                            moved(round.closesAt(), days, source.zone()),
                            round.grace(),
                            round.closesWhenComplete(),
                            round.blind(),
                            round.feedback(),
                            other(policyIds, round.scoringPolicyId()),
                            other(rubricIds, round.rubricId()),
                            other(roundIds, round.decidesRoundId()))));
        }
        return roundIds;
    }

    private void juries(UUID competitionId, UUID copyId, Map<UUID, UUID> roundIds) {
        var juryIds = new HashMap<UUID, UUID>();
        var actor = access.viewer().personId();
        for (var jury : juries.of(competitionId)) {
            var juryId = juries.create(copyId, jury.key(), jury.name());
            var jurors = juries.jurors(jury.id()).stream()
                    .filter(juror -> juror.active() && !juror.personId().equals(actor))
                    .map(juror -> new NewJuror(juror.personId(), juror.label(), juror.weight(), juror.chairs()))
                    .toList();
            if (!jurors.isEmpty()) {
                juries.addJurors(juryId, jurors);
            }
            juryIds.put(jury.id(), juryId);
        }
        roundIds.forEach((from, to) -> {
            for (var seat : juries.seats(from)) {
                var juryId = juryIds.get(seat.juryId());
                if (juryId != null) {
                    juries.seat(to, juryId, seat.category(), seat.jurorsPerProject());
                }
            }
        });
    }

    private static @Nullable UUID other(Map<UUID, UUID> ids, @Nullable UUID id) {
        return id == null ? null : ids.get(id);
    }

    /** By the wall clock: a deadline at 18:00 stays at 18:00 when summer time begins. */
    private static @Nullable Instant moved(@Nullable Instant time, int days, ZoneId zone) {
        return time == null ? null : time.atZone(zone).plusDays(days).toInstant();
    }
}
