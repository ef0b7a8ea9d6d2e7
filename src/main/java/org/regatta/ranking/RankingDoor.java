package org.regatta.ranking;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.springframework.stereotype.Component;

/** Lets those in who may read a round's ranking. */
@Component
class RankingDoor {

    private final RoundLifecycle rounds;
    private final RankingStore store;
    private final Access access;

    RankingDoor(RoundLifecycle rounds, RankingStore store, Access access) {
        this.rounds = rounds;
        this.store = store;
        this.access = access;
    }

    /**
     * A ranking the viewer may read.
     *
     * @param withheld projects that a conflict of interest hides from the viewer
     */
    record Opened(RoundView round, UUID rankingId, Set<UUID> withheld) {}

    /** Refusals as of {@link Rankings#current}. */
    Opened open(UUID roundId) {
        var round = rounds.find(roundId);
        access.require(reading(round), round.place());
        if (round.status() != RoundStatus.CLOSED && round.status() != RoundStatus.COMPLETED) {
            throw new ScoresStillComing();
        }
        var current = store.current(roundId).orElseThrow(() -> new RankingMissing("computed"));
        return new Opened(round, current.id(), access.withheld(round.competitionId()));
    }

    /** The rounds a policy asks for, in their order. */
    List<SourceRound> sources(RoundView round, ScoringPolicy policy) {
        return rounds.of(round.competitionId()).stream()
                .filter(one -> policy.asksFor(one.key()))
                .map(one -> new SourceRound(one.id(), one.key(), one.name(), access.may(reading(one), one.place())))
                .toList();
    }

    private Action reading(RoundView round) {
        return store.inDeliberation(round.id()) ? Action.READ_RANKING_IN_DELIBERATION : Action.READ_RANKING;
    }
}
