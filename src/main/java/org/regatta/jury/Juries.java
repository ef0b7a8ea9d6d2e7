package org.regatta.jury;

import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundAlreadyOpened;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may do with juries. */
@Service
@Transactional
public class Juries {

    private final JuryRepository repository;
    private final Competitions competitions;
    private final Rounds rounds;
    private final People people;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Juries(
            JuryRepository repository,
            Competitions competitions,
            Rounds rounds,
            People people,
            Access access,
            Validator validator,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.competitions = competitions;
        this.rounds = rounds;
        this.people = people;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates a jury without jurors; publishes {@link JuryCreated}.
     *
     * @param key short name, unique in the competition
     * @return its id
     * @throws DuplicateKey if the key is taken
     * @throws InvalidInput naming each wrong field
     */
    public UUID create(UUID competitionId, String key, String name) {
        require(competitionId, Action.RUN_COMPETITION);
        InvalidInput.refuse(validator.validate(new NewJury(key, name)));
        var juryId = repository.insert(competitionId, key, name).orElseThrow(() -> new DuplicateKey("key", key));
        events.publishEvent(new JuryCreated(juryId, competitionId, key, name, actor(), clock.instant()));
        return juryId;
    }

    /**
     * Adds jurors, all or none, and lets them read the competition as its jury members; publishes {@link JurorAdded} for
     * each.
     *
     * @return their ids, in the given order
     * @throws InvalidInput naming each wrong field as {@code jurors[2].label}, and whoever adds themselves
     */
    public List<UUID> addJurors(UUID juryId, List<NewJuror> jurors) {
        var jury = repository.find(juryId).orElseThrow(NotVisible::new);
        require(jury.competitionId(), Action.RUN_COMPETITION);
        repository.lock(juryId);
        // what is not filled in is for the check to tell
        var named = jurors.stream().map(NewJuror::personId).filter(Objects::nonNull);
        var known = people.byIds(named.toList());
        new JurorCheck(validator, known.keySet(), repository.jurors(juryId), actor()).require(jurors);
        var ids = repository.insertJurors(juryId, jurors);
        people.grantAll(jurors.stream().map(NewJuror::personId).toList(), Role.JURY_MEMBER, null, jury.competitionId());
        for (int at = 0; at < ids.size(); at++) {
            var juror = jurors.get(at);
            events.publishEvent(new JurorAdded(
                    ids.get(at),
                    juryId,
                    juror.personId(),
                    juror.label(),
                    juror.weight(),
                    juror.chairs(),
                    jury.competitionId(),
                    actor(),
                    clock.instant()));
        }
        return ids;
    }

    /**
     * Adds jurors like {@link #addJurors}, some of them by address; that needs the right to manage people too.
     *
     * @throws InvalidInput naming each wrong field as {@code jurors[2].email}
     */
    public List<UUID> invite(UUID juryId, List<InvitedJuror> jurors) {
        var jury = repository.find(juryId).orElseThrow(NotVisible::new);
        require(jury.competitionId(), Action.RUN_COMPETITION);
        var newcomers = InvitedJuror.newcomers(jurors);
        if (!newcomers.isEmpty()) {
            require(jury.competitionId(), Action.MANAGE_PEOPLE);
        }
        var known = people.ensureAll(newcomers);
        return addJurors(
                juryId,
                jurors.stream()
                        .map(one -> new NewJuror(person(one, known), one.label(), one.weight(), one.chairs()))
                        .toList());
    }

    private static UUID person(InvitedJuror juror, Map<String, UUID> known) {
        var personId = juror.personId();
        var email = juror.email();
        return personId != null || email == null
                ? Objects.requireNonNull(personId)
                : Objects.requireNonNull(known.get(email.toLowerCase(Locale.ROOT)));
    }

    /**
     * The jury.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public JuryView get(UUID juryId) {
        var jury = repository.find(juryId).orElseThrow(NotVisible::new);
        require(jury.competitionId(), Action.READ_ASSIGNMENTS);
        return jury;
    }

    /** The juries of a competition, by key. */
    @Transactional(readOnly = true)
    public List<JuryView> of(UUID competitionId) {
        require(competitionId, Action.READ_ASSIGNMENTS);
        return repository.of(competitionId);
    }

    /** The jurors of a jury, by label as people count. */
    @Transactional(readOnly = true)
    public List<JurorView> jurors(UUID juryId) {
        require(repository.find(juryId).orElseThrow(NotVisible::new).competitionId(), Action.READ_ASSIGNMENTS);
        return repository.jurors(juryId);
    }

    /**
     * The first jurors of each jury of a competition, those who get work before those who do not, by label as people count;
     * by jury, without those of which nobody is found.
     *
     * @param search part of a label, a name or an address; null for all
     * @param most of each jury, from 1
     */
    @Transactional(readOnly = true)
    public Map<UUID, Page<JurorView>> firstJurors(UUID competitionId, @Nullable String search, int most) {
        require(competitionId, Action.READ_ASSIGNMENTS);
        return repository.firstJurors(competitionId, search, most);
    }

    /** Which juries sit in a round, by category and jury; those that sit for all categories first. */
    @Transactional(readOnly = true)
    public List<SeatView> seats(UUID roundId) {
        access.require(Action.READ_ASSIGNMENTS, rounds.get(roundId).place());
        return repository.seats(roundId);
    }

    /** The same of all rounds of a competition. */
    @Transactional(readOnly = true)
    public List<SeatView> seatsOf(UUID competitionId) {
        require(competitionId, Action.READ_ASSIGNMENTS);
        return repository.seatsOf(competitionId);
    }

    /**
     * Seats a jury in a round, or changes how many of its jurors evaluate each project; publishes {@link JurySeatChanged}
     * if anything did change.
     *
     * @param category whose projects it evaluates; null for all
     * @param jurorsPerProject from 1 to 20; null for the whole jury
     * @return the seat's id
     * @throws RoundAlreadyOpened if the round is not planned any more
     * @throws InvalidInput if a field is wrong or the jury belongs to another competition
     */
    public UUID seat(UUID roundId, UUID juryId, @Nullable String category, @Nullable Integer jurorsPerProject) {
        var round = rounds.get(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        InvalidInput.refuse(validator.validate(new Seat(juryId, category, jurorsPerProject)));
        if (repository
                .find(juryId)
                .filter(jury -> jury.competitionId().equals(round.competitionId()))
                .isEmpty()) {
            throw new InvalidInput(new Finding(
                    "juryId", "The competition has no jury with this id.", "Name a jury of this competition."));
        }
        if (round.status() != RoundStatus.PLANNED) {
            throw new RoundAlreadyOpened(round.name());
        }
        var before = seat(roundId, seat -> seat.juryId().equals(juryId) && Objects.equals(seat.category(), category));
        var seatId = repository.seat(roundId, juryId, category, jurorsPerProject);
        changed(round, before, seat(roundId, seat -> seat.id().equals(seatId)));
        return seatId;
    }

    /**
     * Takes a jury's seat in a planned round away; publishes {@link JurySeatChanged}.
     *
     * @throws NotVisible if the round has no such seat
     * @throws RoundAlreadyOpened if the round is not planned any more
     */
    public void unseat(UUID roundId, UUID seatId) {
        var round = rounds.get(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        if (round.status() != RoundStatus.PLANNED) {
            throw new RoundAlreadyOpened(round.name());
        }
        var before = seat(roundId, seat -> seat.id().equals(seatId));
        if (!repository.unseat(roundId, seatId)) {
            throw new NotVisible();
        }
        changed(round, before, Optional.empty());
    }

    /**
     * Says whether a juror gets assignments in rounds that open from now on; what they have now stays theirs. Publishes
     * {@link JurorStandingChanged} if that was otherwise.
     *
     * @throws NotVisible if the viewer knows no such juror
     */
    public void setActive(UUID jurorId, boolean active) {
        var jury = repository.juryOf(jurorId).flatMap(repository::find).orElseThrow(NotVisible::new);
        require(jury.competitionId(), Action.RUN_COMPETITION);
        repository
                .setActive(jurorId, active)
                .ifPresent(personId -> events.publishEvent(new JurorStandingChanged(
                        jurorId, personId, jury.competitionId(), active, actor(), clock.instant())));
    }

    private Optional<SeatView> seat(UUID roundId, Predicate<SeatView> which) {
        return repository.seats(roundId).stream().filter(which).findFirst();
    }

    private void changed(RoundView round, Optional<SeatView> before, Optional<SeatView> after) {
        var changes = SeatView.between(before, after);
        if (!changes.isEmpty()) {
            var seat = after.or(() -> before).orElseThrow();
            var competitionId = round.competitionId();
            events.publishEvent(new JurySeatChanged(
                    round.id(), seat.juryId(), seat.category(), changes, competitionId, actor(), clock.instant()));
        }
    }

    private UUID actor() {
        return access.viewer().personId();
    }

    private void require(UUID competitionId, Action action) {
        access.require(action, competitions.get(competitionId).place());
    }

    private record NewJury(
            @NotBlank
            @Size(max = 60)
            @Pattern(
                    regexp = "[A-Za-z0-9][A-Za-z0-9._-]*",
                    message = "must begin with a letter or digit and hold only letters, digits, '.', '_' and '-'")
            String key,

            @NotBlank @Size(max = 200) String name) {}

    private record Seat(
            @NotNull UUID juryId,
            @Nullable @Size(min = 1, max = 60) String category,
            @Nullable @Min(1) @Max(20) Integer jurorsPerProject) {}
}
