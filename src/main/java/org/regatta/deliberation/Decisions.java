package org.regatta.deliberation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.Rounds;
import org.regatta.deliberation.DecisionRepository.Locked;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.project.ProjectLifecycle;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may ask of decisions. Those of a project the viewer is in conflict with are not there for the viewer. */
@Service
@Transactional
public class Decisions {

    private final DecisionRepository repository;
    private final Rounds rounds;
    private final ProjectLifecycle projects;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            DecisionRepository repository,
            Rounds rounds,
            ProjectLifecycle projects,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.rounds = rounds;
        this.projects = projects;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The decisions of a deliberation round as they are prepared, the best ranked first.
     *
     * @throws NotVisible if the round is unknown to the viewer
     * @throws org.regatta.identity.ActionForbidden if the viewer may not see decisions before their release
     */
    @Transactional(readOnly = true)
    public Page<DecisionView> of(UUID roundId, PageRequest page) {
        var round = rounds.get(roundId);
        access.require(Action.READ_DECISIONS, round.place());
        return repository.page(roundId, access.withheld(round.competitionId()), page);
    }

    /**
     * Writes decisions over what was proposed or prepared: all of them or, with findings, none. Publishes {@link
     * DecisionsPrepared}.
     *
     * @throws DecisionsClosed if the round is no open deliberation, or its decisions are approved
     * @throws InvalidInput naming each wrong decision by its position in the list
     */
    public void decide(UUID roundId, List<NewDecision> decisions) {
        var round = rounds.get(roundId);
        access.require(Action.DECIDE, round.place());
        if (round.kind() != RoundKind.DELIBERATION || round.status() != RoundStatus.OPEN) {
            throw DecisionsClosed.roundNotOpen();
        }
        var locked = repository.lock(roundId);
        if (locked.stream().anyMatch(one -> !one.state().changeable())) {
            throw DecisionsClosed.approved();
        }
        var open = new LinkedHashMap<UUID, Locked>();
        locked.forEach(one -> open.put(one.projectId(), one));
        open.keySet().removeAll(access.withheld(round.competitionId()));
        DecisionRules.check(decisions, open);
        var personId = access.viewer().personId();
        var now = clock.instant();
        repository.prepare(roundId, decisions, personId, now);
        events.publishEvent(new DecisionsPrepared(roundId, round.competitionId(), personId, decisions.size(), now));
    }

    /**
     * What has been decided about a project and released, the oldest first; empty before the first release.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<ReleasedDecision> released(UUID projectId) {
        access.require(Action.READ_PROJECT, projects.place(projectId).orElseThrow(NotVisible::new));
        return repository.released(projectId);
    }
}
