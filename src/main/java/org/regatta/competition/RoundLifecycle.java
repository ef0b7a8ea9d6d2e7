package org.regatta.competition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.change.CompetitionReverted;
import org.regatta.identity.NotVisible;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves competitions and rounds through their states. Called by the process; checks no rights. Every move is
 * conditional and does nothing when it, or a later one, was made before, so that a job may repeat it.
 */
@Service
@Transactional(
        noRollbackFor = RoundNotReady.class) // a process answers this refusal with a task, in the same transaction
public class RoundLifecycle {

    private final RoundRepository repository;
    private final CompetitionRepository competitions;
    private final RoundRules rules;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoundLifecycle(
            RoundRepository repository,
            CompetitionRepository competitions,
            RoundRules rules,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.competitions = competitions;
        this.rules = rules;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The round.
     *
     * @throws NotVisible if there is none
     */
    @Transactional(readOnly = true)
    public RoundView find(UUID roundId) {
        return repository.find(roundId).orElseThrow(NotVisible::new);
    }

    /** The rounds of a competition, in their order. */
    @Transactional(readOnly = true)
    public List<RoundView> of(UUID competitionId) {
        return repository.of(competitionId);
    }

    /** The competition. */
    @Transactional(readOnly = true)
    public CompetitionView competition(UUID competitionId) {
        return competitions.find(competitionId).orElseThrow(NotVisible::new);
    }

    /** The first round that is not completed, by position; empty when all are. */
    @Transactional(readOnly = true)
    public Optional<RoundView> next(UUID competitionId) {
        return repository.next(competitionId);
    }

    /**
     * Opens a planned round; publishes {@link RoundOpened}.
     *
     * @throws RoundNotReady with everything the round lacks
     */
    public void open(UUID roundId) {
        repository.lock(roundId);
        var round = find(roundId);
        if (round.status() != RoundStatus.PLANNED) {
            return;
        }
        var findings = rules.lacking(round);
        if (!findings.isEmpty()) {
            throw new RoundNotReady(round.name(), findings);
        }
        if (repository.move(roundId, RoundStatus.PLANNED, RoundStatus.OPEN)) {
            events.publishEvent(new RoundOpened(roundId, round.competitionId(), clock.instant()));
        }
    }

    /**
     * Closes an open round; publishes {@link RoundClosed}.
     *
     * @throws RoundNotOpen if it never opened
     */
    public void close(UUID roundId) {
        if (repository.move(roundId, RoundStatus.OPEN, RoundStatus.CLOSED)) {
            events.publishEvent(new RoundClosed(roundId, find(roundId).competitionId(), clock.instant()));
            return;
        }
        var round = find(roundId);
        if (round.status() == RoundStatus.PLANNED) {
            throw new RoundNotOpen(round);
        }
    }

    /**
     * Declares the results of a closed round final; publishes {@link RoundCompleted}.
     *
     * @throws IllegalStateException if it has not closed, which no shipped process does
     */
    public void complete(UUID roundId) {
        if (repository.move(roundId, RoundStatus.CLOSED, RoundStatus.COMPLETED)) {
            events.publishEvent(new RoundCompleted(roundId, find(roundId).competitionId(), clock.instant()));
            return;
        }
        var round = find(roundId);
        if (round.status() != RoundStatus.COMPLETED) {
            throw new IllegalStateException("round is to be closed before it completes roundId=" + roundId);
        }
    }

    /** The rounds of one kind that are open, or closed and not completed. */
    @Transactional(readOnly = true)
    public List<RoundView> atWork(RoundKind kind) {
        return repository.atWork(kind);
    }

    /** Gives a running competition back to its organiser as a draft; publishes {@link CompetitionReverted}. */
    public void revertCompetition(UUID competitionId) {
        if (competitions.move(competitionId, CompetitionStatus.RUNNING, CompetitionStatus.DRAFT)) {
            events.publishEvent(new CompetitionReverted(competitionId, clock.instant()));
        }
    }

    /** Lets a draft run. */
    public void startCompetition(UUID competitionId) {
        if (!competitions.move(competitionId, CompetitionStatus.DRAFT, CompetitionStatus.RUNNING)) {
            competition(competitionId);
        }
    }

    /** Ends a running competition; publishes {@link CompetitionClosed}. */
    public void closeCompetition(UUID competitionId) {
        if (competitions.move(competitionId, CompetitionStatus.RUNNING, CompetitionStatus.CLOSED)) {
            events.publishEvent(new CompetitionClosed(competitionId, clock.instant()));
            return;
        }
        if (competition(competitionId).status() == CompetitionStatus.DRAFT) {
            throw new IllegalStateException("competition never started competitionId=" + competitionId);
        }
    }
}
