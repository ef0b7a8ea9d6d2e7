package org.regatta.competition;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.regatta.competition.change.CompetitionChanged;
import org.regatta.competition.change.CompetitionCreated;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Change;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may do with competitions. */
@Service
@Transactional
public class Competitions {

    private final CompetitionRepository repository;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Competitions(
            CompetitionRepository repository,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The competition.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public CompetitionView get(UUID competitionId) {
        return visible(competitionId, Action.READ_COMPETITION);
    }

    /** The competition of that key in a program, if there is one the viewer may see. */
    @Transactional(readOnly = true)
    public Optional<CompetitionView> byKey(UUID programId, String key) {
        return repository
                .byKey(programId, key)
                .filter(competition -> access.may(Action.READ_COMPETITION, competition.place()));
    }

    /** The competitions the viewer may see, the newest first. */
    @Transactional(readOnly = true)
    public Page<CompetitionView> list(PageRequest page) {
        return list(Action.READ_COMPETITION, page);
    }

    /** The competitions in which the viewer may do this wherever they may do it at all, the newest first. */
    @Transactional(readOnly = true)
    public Page<CompetitionView> list(Action action, PageRequest page) {
        return repository.list(access.reach(action), page);
    }

    /**
     * Creates a competition, as a draft; publishes {@link CompetitionCreated}.
     *
     * @return its id
     * @throws DuplicateKey if the key is taken in its program
     * @throws InvalidInput naming each wrong field
     */
    public UUID create(NewCompetition competition) {
        InvalidInput.refuse(validator.validate(competition));
        access.require(Action.RUN_COMPETITION, Place.ofProgram(competition.programId()));
        if (!repository.programExists(competition.programId())) {
            throw new NotVisible();
        }
        var id = repository.insert(competition, clock.instant());
        events.publishEvent(new CompetitionCreated(
                id,
                competition.key(),
                competition.name(),
                competition.zone(),
                access.viewer().personId(),
                clock.instant()));
        return id;
    }

    /**
     * Starts the competition: publishes {@link CompetitionStarted}, which its process hears.
     *
     * @throws CompetitionRunning if it is no draft any more
     * @throws InvalidInput if it has no round yet
     */
    public void start(UUID competitionId) {
        var competition = visible(competitionId, Action.RUN_COMPETITION);
        if (repository.lock(competitionId) != CompetitionStatus.DRAFT) {
            throw new CompetitionRunning(repository.find(competitionId).orElse(competition));
        }
        if (!repository.hasRounds(competitionId)) {
            throw new InvalidInput(
                    "The competition cannot start yet.",
                    List.of(new Finding("rounds", "The competition has no round.", "Add at least one round.")));
        }
        events.publishEvent(
                new CompetitionStarted(competitionId, access.viewer().personId(), clock.instant()));
    }

    /**
     * Changes how a competition is called and described, until it is closed, and its zone while it is a draft: the dates of
     * its rounds keep their wall clock, 18:00 stays 18:00. A second person can be asked for at any time, but given up only
     * while it is a draft: else whoever prepared decisions could do without. Publishes {@link CompetitionChanged} if
     * anything did change.
     *
     * @param change what is stored into what it becomes; nobody else changes it meanwhile
     * @throws CompetitionRunning if it is closed
     * @throws InvalidInput naming each wrong field, the zone too once people have been told dates in it
     */
    public void change(UUID competitionId, UnaryOperator<CompetitionChange> change) {
        visible(competitionId, Action.RUN_COMPETITION);
        var status = repository.lock(competitionId);
        var competition = repository.find(competitionId).orElseThrow(NotVisible::new);
        if (status == CompetitionStatus.CLOSED) {
            throw new CompetitionRunning(competition);
        }
        var settings = change.apply(competition.settings());
        InvalidInput.refuse(validator.validate(settings));
        if (competition.fourEyes() && !settings.fourEyes() && status != CompetitionStatus.DRAFT) {
            throw new InvalidInput(new Finding(
                    "fourEyes",
                    "The competition has started; a second person was asked for from then on.",
                    "Keep it, and let somebody approve who prepared none of the decisions."));
        }
        if (!settings.zone().equals(competition.zone())) {
            if (status != CompetitionStatus.DRAFT) {
                throw new InvalidInput(new Finding(
                        "zone",
                        "The competition has started; people have been told dates in its zone.",
                        "Keep the zone, and move the dates themselves where they are wrong."));
            }
            repository.moveRounds(competitionId, competition.zone(), settings.zone());
        }
        repository.change(competitionId, settings);
        var changes = Change.between(competition.settings(), settings);
        if (!changes.isEmpty()) {
            events.publishEvent(new CompetitionChanged(
                    competitionId, changes, access.viewer().personId(), clock.instant()));
        }
    }

    private CompetitionView visible(UUID competitionId, Action action) {
        var competition = repository.find(competitionId).orElseThrow(NotVisible::new);
        access.require(action, competition.place());
        return competition;
    }

    /**
     * A competition to be created.
     *
     * @param key short name, unique in its program
     * @param zone in which deadlines are typed and shown
     * @param fourEyes whether decisions are approved by somebody who prepared none of them
     */
    public record NewCompetition(
            @NotNull UUID programId,

            @NotBlank @Size(max = 60) @Pattern(regexp = Programs.KEY, message = Programs.KEY_RULE)
            String key,

            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 20_000) String description,
            @NotNull ZoneId zone,
            boolean fourEyes) {}

    /** What can change as long as a competition is not closed. */
    public record CompetitionChange(
            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 20_000) String description,
            @NotNull ZoneId zone,
            boolean fourEyes) {}
}
