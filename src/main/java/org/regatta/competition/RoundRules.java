package org.regatta.competition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a round's settings must satisfy, and what a round needs before it opens. */
@Component
class RoundRules {

    private final JdbcClient database;
    /** Asked late: what says whether a round is ready reads rounds itself. */
    private final ObjectProvider<RoundReadiness> readiness;

    RoundRules(JdbcClient database, ObjectProvider<RoundReadiness> readiness) {
        this.database = database;
        this.readiness = readiness;
    }

    /** Refuses settings that contradict themselves or point into another competition. */
    void check(UUID competitionId, RoundChange settings) {
        var findings = new ArrayList<Finding>();
        var opens = settings.opensAt();
        var closes = settings.closesAt();
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            findings.add(new Finding("closesAt", "The round closes before it opens.", "Give a time after it opens."));
        }
        if (settings.grace().isNegative()) {
            findings.add(new Finding("grace", "The grace period is negative.", "Give zero or more."));
        }
        own(competitionId, "scoring_policy", "scoringPolicyId", settings.scoringPolicyId(), findings);
        own(competitionId, "rubric", "rubricId", settings.rubricId(), findings);
        own(competitionId, "round", "decidesRoundId", settings.decidesRoundId(), findings);
        if (!findings.isEmpty()) {
            throw new InvalidInput("The round's settings do not fit together; nothing was saved.", findings);
        }
    }

    /** Everything the round lacks, its own settings first; empty once it has opened. */
    List<Finding> lacking(RoundView round) {
        return lacking(List.of(round)).getOrDefault(round.id(), List.of());
    }

    /** The same of several rounds of one competition, by round. */
    Map<UUID, List<Finding>> lacking(List<RoundView> rounds) {
        var planned = rounds.stream()
                .filter(round -> round.status() == RoundStatus.PLANNED)
                .toList();
        var findings = new LinkedHashMap<UUID, List<Finding>>();
        planned.forEach(round -> findings.put(round.id(), unset(round)));
        readiness
                .orderedStream()
                .forEach(check -> check.lacking(planned)
                        .forEach((roundId, more) -> findings.computeIfAbsent(roundId, id -> new ArrayList<>())
                                .addAll(more)));
        return findings;
    }

    private static List<Finding> unset(RoundView round) {
        var findings = new ArrayList<Finding>();
        if (round.kind() == RoundKind.EVALUATION) {
            if (round.rubricId() == null) {
                findings.add(new Finding("rubric", "The round has no rubric.", "Choose a rubric for the round."));
            }
            if (round.scoringPolicyId() == null) {
                findings.add(new Finding(
                        "scoringPolicy", "The round has no scoring policy.", "Choose a scoring policy for the round."));
            }
        }
        if (round.kind() == RoundKind.DELIBERATION && round.decidesRoundId() == null) {
            findings.add(new Finding(
                    "decidesRound",
                    "The round does not say which ranking it decides.",
                    "Choose the evaluation round it decides."));
        }
        return findings;
    }

    /**
     * Refuses to take away what has opened, what a running competition opens next, and what another round decides on.
     *
     * @param all the rounds of the competition
     * @param opensNext empty where nothing opens by itself
     */
    static void requireRemovable(RoundView round, List<RoundView> all, Optional<RoundView> opensNext) {
        if (all.stream().anyMatch(one -> one.id().equals(round.id()) && one.status() != RoundStatus.PLANNED)) {
            throw new RoundAlreadyOpened(round.name());
        }
        if (opensNext.filter(next -> next.id().equals(round.id())).isPresent()) {
            throw RoundInUse.next(round.name());
        }
        all.stream()
                .filter(one -> round.id().equals(one.decidesRoundId()))
                .findFirst()
                .ifPresent(one -> {
                    throw RoundInUse.decided(round.name(), one.name());
                });
    }

    /** Why a deadline cannot be moved: the new one has passed, or is not later than the one in force. */
    static InvalidInput refused(RoundView round, boolean passed) {
        return new InvalidInput(
                passed
                        ? new Finding("closesAt", "The new deadline has passed.", "Give a time in the future.")
                        : new Finding(
                                "closesAt",
                                "The new deadline is not later than the one in force, " + round.closesAt() + ".",
                                "Give a later time; to end the round sooner, close it."));
    }

    private void own(UUID competitionId, String table, String field, @Nullable UUID id, List<Finding> findings) {
        if (id == null) {
            return;
        }
        var known = database.sql("select exists (select 1 from " + table + " where id = :id and competition_id = :own)")
                .param("id", id)
                .param("own", competitionId)
                .query(Boolean.class)
                .single();
        if (!known) {
            findings.add(new Finding(
                    field, "The competition has none with this id.", "Name one that belongs to this competition."));
        }
    }
}
