package org.regatta.rubric;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.shared.Change;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people and other modules may ask of the rubrics of a competition. */
@Service
@Transactional
public class Rubrics {

    private static final int MOST_KNOWN = 500;

    private final RubricRepository repository;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    /** Versions never change, so what was read once can be kept. */
    private final Map<Version, RubricView> known = new ConcurrentHashMap<>();

    Rubrics(RubricRepository repository, Access access, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    private record Version(UUID rubricId, int version) {}

    /**
     * Defines a rubric; publishes {@link RubricDefined}.
     *
     * @return its id
     * @throws NotVisible if the competition is unknown to the viewer
     * @throws org.regatta.shared.InvalidInput naming each wrong field
     * @throws DuplicateKey if the key is taken in the competition
     */
    public UUID define(UUID competitionId, NewRubric rubric) {
        requireAt(competitionId, Action.RUN_COMPETITION);
        RubricRules.check(rubric);
        var rubricId = Ids.next();
        if (!repository.insert(rubricId, competitionId, rubric)) {
            throw new DuplicateKey("key", rubric.key());
        }
        events.publishEvent(new RubricDefined(
                rubricId, competitionId, rubric, access.viewer().personId(), clock.instant()));
        return rubricId;
    }

    /**
     * Replaces everything but the key; publishes {@link RubricChanged} if anything did change.
     *
     * @param version of the rubric that was read
     * @throws RubricInUse if there are evaluations under it, drafts included
     * @throws ChangedMeanwhile if the version is not the stored one
     * @throws org.regatta.shared.InvalidInput naming each wrong field
     */
    public void change(UUID rubricId, NewRubric rubric, int version) {
        var stored = repository.find(rubricId).orElseThrow(NotVisible::new);
        requireAt(stored.competitionId(), Action.RUN_COMPETITION);
        RubricRules.check(rubric);
        if (repository.lockUse(rubricId)) {
            throw new RubricInUse(stored.key());
        }
        if (!repository.update(rubricId, rubric, version)) {
            throw new ChangedMeanwhile();
        }
        var before = new NewRubric(stored.key(), stored.name(), stored.guidance(), stored.criteria());
        var after = new NewRubric(stored.key(), rubric.name(), rubric.guidance(), rubric.criteria());
        var changes = Change.between(before, after);
        if (!changes.isEmpty()) {
            events.publishEvent(new RubricChanged(
                    rubricId, stored.competitionId(), changes, access.viewer().personId(), clock.instant()));
        }
    }

    /**
     * One rubric.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public RubricView get(UUID rubricId) {
        var rubric = repository.find(rubricId).orElseThrow(NotVisible::new);
        requireAt(rubric.competitionId(), Action.READ_JUDGING);
        return rubric;
    }

    /**
     * The rubrics of a competition, by key.
     *
     * @throws NotVisible if the competition is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<RubricView> of(UUID competitionId) {
        requireAt(competitionId, Action.READ_JUDGING);
        return repository.of(competitionId);
    }

    /** One rubric. Called by the process; checks no rights. */
    @Transactional(readOnly = true)
    public Optional<RubricView> find(UUID rubricId) {
        return repository.find(rubricId);
    }

    /** The same of several rubrics, by id; without those that are none. */
    @Transactional(readOnly = true)
    public Map<UUID, RubricView> findAll(Collection<UUID> rubricIds) {
        return rubricIds.isEmpty()
                ? Map.of()
                : repository.findAll(rubricIds).stream().collect(Collectors.toMap(RubricView::id, Function.identity()));
    }

    /**
     * One version of a rubric, usually without asking the database. Called by other modules; checks no rights.
     *
     * @param version as the caller read it in its own transaction
     */
    @Transactional(readOnly = true)
    public RubricView find(UUID rubricId, int version) {
        var remembered = known.get(new Version(rubricId, version));
        if (remembered != null) {
            return remembered;
        }
        var rubric = repository.find(rubricId).orElseThrow(NotVisible::new);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(new Version(rubricId, rubric.version()), rubric);
        return rubric;
    }

    private void requireAt(UUID competitionId, Action action) {
        access.require(action, repository.place(competitionId).orElseThrow(NotVisible::new));
    }
}
