package org.regatta.ranking;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Access;
import org.regatta.identity.ConflictOfInterest;
import org.regatta.ranking.scoring.Scoring;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Finding;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Computes and fixes rankings. Called by the process; checks no rights, only that nobody approves a ranking with a project
 * they have a conflict of interest with.
 */
@Service
@Transactional
public class Calibration {

    private final RoundLifecycle rounds;
    private final ScoringPolicies policies;
    private final PolicyFit fit;
    private final RoundScoresReader scores;
    private final RankingStore store;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calibration(
            RoundLifecycle rounds,
            ScoringPolicies policies,
            PolicyFit fit,
            RoundScoresReader scores,
            RankingStore store,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.policies = policies;
        this.fit = fit;
        this.scores = scores;
        this.store = store;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Ranks the projects of a closed round by its policy as it is now, in place of any proposal before; publishes
     * {@link RankingComputed}, several of more than a hundred projects.
     *
     * @throws ScoresStillComing if the round is not closed
     * @throws RankingAlreadyApproved if its ranking is approved
     * @throws PolicyUnfit if the policy speaks of rounds or criteria that the round cannot have
     */
    public void compute(UUID roundId) {
        store.lock(roundId);
        var round = rounds.find(roundId);
        if (round.status() != RoundStatus.CLOSED && round.status() != RoundStatus.COMPLETED) {
            throw new ScoresStillComing();
        }
        if (store.current(roundId)
                .filter(current -> current.state() == RankingView.State.APPROVED)
                .isPresent()) {
            throw new RankingAlreadyApproved();
        }
        var policy = policy(round);
        var ranked = Scoring.rank(scores.read(round), policy);
        var now = clock.instant();
        var id = store.propose(roundId, policy, ranked, now);
        inParts(id)
                .forEach(some ->
                        events.publishEvent(new RankingComputed(id, roundId, some, round.competitionId(), now)));
    }

    /**
     * Fixes the proposed ranking; publishes {@link RankingApproved}, several of more than a hundred projects.
     *
     * @param personId who stands for it
     * @throws RankingMissing if none is computed
     * @throws RankingAlreadyApproved if it is approved
     * @throws ConflictOfInterest if the viewer has one with a project of the ranking
     */
    public void approve(UUID roundId, UUID personId) {
        store.lock(roundId);
        var current = store.current(roundId).orElseThrow(() -> new RankingMissing("computed"));
        var competitionId = rounds.find(roundId).competitionId();
        if (store.ranks(current.id(), access.withheld(competitionId))) {
            throw new ConflictOfInterest();
        }
        var now = clock.instant();
        if (!store.approve(current.id(), personId, now)) {
            throw new RankingAlreadyApproved();
        }
        inParts(current.id())
                .forEach(some -> events.publishEvent(
                        new RankingApproved(current.id(), roundId, some, competitionId, personId, now)));
    }

    private List<List<Standing>> inParts(UUID rankingId) {
        return DomainEvent.togetherIfAny(Standing.of(store.ranked(rankingId)));
    }

    /**
     * The approved ranking, by position. Whoever asks may go on without it: the transaction stays good.
     *
     * @throws RankingMissing if none is approved
     */
    @Transactional(readOnly = true, noRollbackFor = RankingMissing.class)
    public List<RankedProject> proposal(UUID roundId) {
        var approved = store.current(roundId)
                .filter(current -> current.state() == RankingView.State.APPROVED)
                .orElseThrow(() -> new RankingMissing("approved"));
        return store.ranked(approved.id());
    }

    /** Which of these rounds have an approved ranking. Called by other modules; checks no rights. */
    @Transactional(readOnly = true)
    public Set<UUID> approved(Collection<UUID> roundIds) {
        return store.approved(roundIds);
    }

    private ScoringPolicy policy(RoundView round) {
        var policyId = round.scoringPolicyId();
        if (policyId == null) {
            throw new PolicyUnfit(List.of(new Finding(
                    "scoringPolicy", "The round has no scoring policy.", "Choose a scoring policy for the round.")));
        }
        var findings = fit.lacking(round);
        if (!findings.isEmpty()) {
            throw new PolicyUnfit(findings);
        }
        return policies.find(policyId).policy();
    }
}
