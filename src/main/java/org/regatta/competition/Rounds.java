package org.regatta.competition;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.change.RoundAdded;
import org.regatta.competition.change.RoundChanged;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Change;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.workflow.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may do with the rounds of a competition. What its process waits to hear of takes its turn before any row. */
@Service
@Transactional
public class Rounds {

    private final RoundRepository repository;
    private final CompetitionRepository competitions;
    private final RoundRules rules;
    private final Processes processes;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rounds(
            RoundRepository repository,
            CompetitionRepository competitions,
            RoundRules rules,
            Processes processes,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.competitions = competitions;
        this.rules = rules;
        this.processes = processes;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /** The round; {@link NotVisible} if it is unknown to the viewer. */
    @Transactional(readOnly = true)
    public RoundView get(UUID roundId) {
        return visible(roundId, Action.READ_COMPETITION);
    }

    /** The rounds of a competition, in their order. */
    @Transactional(readOnly = true)
    public List<RoundView> of(UUID competitionId) {
        var competition = competitions.find(competitionId).orElseThrow(NotVisible::new);
        access.require(Action.READ_COMPETITION, competition.place());
        return repository.of(competitionId);
    }

    /**
     * Adds a round, planned; in a running competition only behind the rounds that have opened. Publishes {@link RoundAdded}.
     *
     * @throws DuplicateKey if the key is taken in its competition
     * @throws RoundAlreadyOpened if a round from that position on has opened
     * @throws InvalidInput naming each wrong field
     */
    public UUID add(NewRound round) {
        InvalidInput.refuse(validator.validate(round));
        var competition = competitions.find(round.competitionId()).orElseThrow(NotVisible::new);
        access.require(Action.RUN_COMPETITION, competition.place());
        processes.takeTurn(round.competitionId().toString());
        if (competitions.lock(round.competitionId()) == CompetitionStatus.CLOSED) {
            throw new CompetitionRunning(competition);
        }
        rules.check(round.competitionId(), round.settings());
        var existing = repository.of(round.competitionId());
        var last = existing.isEmpty() ? 0 : existing.getLast().position();
        var wanted = round.position();
        var position = wanted == null ? last + 1 : Math.min(wanted, last + 1);
        existing.stream()
                .filter(other -> other.position() >= position && other.status() != RoundStatus.PLANNED)
                .findFirst()
                .ifPresent(other -> {
                    throw new RoundAlreadyOpened(other.name());
                });
        repository.shift(round.competitionId(), position);
        var id = repository.insert(round, position);
        events.publishEvent(new RoundAdded(
                id,
                round.competitionId(),
                round.key(),
                round.kind(),
                position,
                round.settings(),
                actor(),
                clock.instant()));
        return id;
    }

    /**
     * Replaces what can change before a round opens; publishes {@link RoundChanged} if anything did change.
     *
     * @param change what is stored into what it becomes; nobody else changes it meanwhile
     * @throws RoundAlreadyOpened if it is not planned any more
     * @throws InvalidInput naming each wrong field
     */
    public void change(UUID roundId, UnaryOperator<RoundChange> change) {
        var before = visible(roundId, Action.RUN_COMPETITION);
        processes.takeTurn(before.competitionId().toString());
        var round = locked(roundId);
        var settings = change.apply(round.settings());
        InvalidInput.refuse(validator.validate(settings));
        rules.check(round.competitionId(), settings);
        if (!repository.change(roundId, settings)) {
            throw new RoundAlreadyOpened(round.name());
        }
        changed(round, Change.between(round.settings(), settings));
    }

    /**
     * Takes a planned round away with its settings; publishes {@link RoundRemoved}.
     *
     * @throws RoundAlreadyOpened if it is not planned any more
     * @throws RoundInUse if a running competition opens it next, another round decides on it, or it holds results
     */
    public void remove(UUID roundId) {
        var competitionId = visible(roundId, Action.RUN_COMPETITION).competitionId();
        var running = competitions.lock(competitionId) != CompetitionStatus.DRAFT;
        var round = locked(roundId); // its position too may have changed until now
        var opensNext = running ? repository.next(competitionId) : Optional.<RoundView>empty();
        RoundRules.requireRemovable(round, repository.of(competitionId), opensNext);
        events.publishEvent(new RoundRemoved(roundId, competitionId, round.settings(), actor(), clock.instant()));
        if (!repository.remove(roundId)) {
            throw RoundInUse.holding(round.name());
        }
        repository.closeGap(competitionId, round.position());
    }

    /**
     * Lets a planned round run before the one in front of it; nothing happens to the first. Publishes {@link RoundChanged}.
     *
     * @throws RoundAlreadyOpened if one of the two is not planned any more
     */
    public void moveUp(UUID roundId) {
        var competitionId = visible(roundId, Action.RUN_COMPETITION).competitionId();
        processes.takeTurn(competitionId.toString());
        competitions.lock(competitionId);
        var round = locked(roundId);
        repository.of(competitionId).stream()
                .filter(other -> other.position() < round.position())
                .reduce((first, second) -> second)
                .ifPresent(before -> {
                    for (var one : List.of(round, before)) {
                        if (one.status() != RoundStatus.PLANNED) {
                            throw new RoundAlreadyOpened(one.name());
                        }
                    }
                    repository.swap(round.id(), before.id());
                    changed(
                            round,
                            Change.between()
                                    .field("position", round.position(), before.position())
                                    .all());
                });
    }

    /**
     * Asks the round's process to close it now: publishes {@link RoundCloseRequested}.
     *
     * @throws RoundNotOpen if it is not open
     */
    public void requestClose(UUID roundId) {
        var round = locked(roundId);
        if (round.status() != RoundStatus.OPEN) {
            throw new RoundNotOpen(round);
        }
        events.publishEvent(new RoundCloseRequested(roundId, round.competitionId(), actor(), clock.instant()));
    }

    /**
     * Moves the deadline of a planned or open round; publishes {@link RoundDeadlineExtended}.
     *
     * @param closesAt in the future by the database's clock, and later than the deadline so far
     * @throws RoundNotOpen if it has closed
     * @throws InvalidInput if {@code closesAt} is not later
     */
    public void extendDeadline(UUID roundId, Instant closesAt) {
        var round = locked(roundId);
        if (!repository.extend(roundId, closesAt)) {
            if (round.status() == RoundStatus.CLOSED || round.status() == RoundStatus.COMPLETED) {
                throw new RoundNotOpen(round);
            }
            throw RoundRules.refused(round, repository.past(closesAt));
        }
        var changes =
                Change.between().field("closesAt", round.closesAt(), closesAt).all();
        events.publishEvent(
                new RoundDeadlineExtended(roundId, round.competitionId(), closesAt, changes, actor(), clock.instant()));
    }

    /** Everything a planned round lacks to open, its own settings first; empty once it has opened. */
    @Transactional(readOnly = true)
    public List<Finding> lacking(UUID roundId) {
        return rules.lacking(visible(roundId, Action.READ_PROGRESS));
    }

    /** The same of all planned rounds of a competition, by round. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Finding>> lackingIn(UUID competitionId) {
        access.require(
                Action.READ_PROGRESS,
                competitions.find(competitionId).orElseThrow(NotVisible::new).place());
        return rules.lacking(repository.of(competitionId));
    }

    private void changed(RoundView round, Map<String, Change> changes) {
        if (!changes.isEmpty()) {
            events.publishEvent(new RoundChanged(round.id(), round.competitionId(), changes, actor(), clock.instant()));
        }
    }

    private UUID actor() {
        return access.viewer().personId();
    }

    /** As it stands once nobody else can change it. */
    private RoundView locked(UUID roundId) {
        visible(roundId, Action.RUN_COMPETITION);
        repository.lock(roundId);
        return repository.find(roundId).orElseThrow(NotVisible::new);
    }

    private RoundView visible(UUID roundId, Action action) {
        var round = repository.find(roundId).orElseThrow(NotVisible::new);
        access.require(action, round.place());
        return round;
    }

    /**
     * A round to be added.
     *
     * @param position from 1; null, or beyond the last: at the end
     * @param key short name, unique in its competition
     * @param grace zero or more
     */
    public record NewRound(
            @NotNull UUID competitionId,
            @Min(1) @Nullable Integer position,

            @NotBlank @Size(max = 60) @Pattern(regexp = Programs.KEY, message = Programs.KEY_RULE)
            String key,

            @NotBlank @Size(max = 200) String name,
            @NotNull RoundKind kind,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @NotNull Duration grace,
            boolean closesWhenComplete,
            boolean blind,
            @NotNull Feedback feedback,
            @Nullable UUID scoringPolicyId,
            @Nullable UUID rubricId,
            @Nullable UUID decidesRoundId) {

        RoundChange settings() {
            return new RoundChange(
                    name,
                    opensAt,
                    closesAt,
                    grace,
                    closesWhenComplete,
                    blind,
                    feedback,
                    scoringPolicyId,
                    rubricId,
                    decidesRoundId);
        }
    }
}
