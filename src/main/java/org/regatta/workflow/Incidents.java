package org.regatta.workflow;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.standing.IncidentQueries;
import org.regatta.workflow.standing.StoppedJob;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the processes of a competition could not do. Those who see progress see it; those who run the competition have it
 * tried again. Incidents about a project the viewer has a conflict with do not exist for the viewer.
 */
@Service
@Transactional
public class Incidents {

    /** Most incidents tried again in one transaction. */
    public static final int MOST_AT_ONCE = 500;

    private final IncidentQueries incidents;
    private final ManagementService jobs;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Incidents(
            IncidentQueries incidents,
            ManagementService jobs,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.jobs = jobs;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What stands still, the oldest first.
     *
     * @param competition a place with a competition
     * @param roundId null for the whole competition
     */
    @Transactional(readOnly = true)
    public Page<IncidentView> of(Place competition, @Nullable UUID roundId, PageRequest page) {
        access.require(Action.READ_PROGRESS, competition);
        var competitionId = competitionOf(competition);
        return incidents.of(competitionId, roundId, access.withheld(competitionId), page);
    }

    /**
     * Has one tried again, at once; publishes {@link IncidentRetried}. It is an incident again if it fails again.
     *
     * @throws NotVisible if this competition has no such incident any more
     */
    public void retry(Place competition, String incidentId) {
        access.require(Action.RUN_COMPETITION, competition);
        var competitionId = competitionOf(competition);
        var stopped = incidents.stopped(competitionId, null, incidentId, access.withheld(competitionId), 1);
        if (stopped.isEmpty()) {
            throw new NotVisible();
        }
        again(competitionId, stopped);
    }

    /**
     * Has everything that stands still tried again, at most {@value #MOST_AT_ONCE}; publishes {@link IncidentRetried}
     * for each.
     *
     * @param roundId null for the whole competition
     * @return how many
     */
    public int retryAll(Place competition, @Nullable UUID roundId) {
        access.require(Action.RUN_COMPETITION, competition);
        var competitionId = competitionOf(competition);
        var stopped = incidents.stopped(competitionId, roundId, null, access.withheld(competitionId), MOST_AT_ONCE);
        again(competitionId, stopped);
        return stopped.size();
    }

    private void again(UUID competitionId, List<StoppedJob> stopped) {
        var now = clock.instant();
        for (var job : stopped) {
            jobs.setJobRetries(job.jobId(), 1);
            jobs.setJobDuedate(job.jobId(), Date.from(now));
            events.publishEvent(new IncidentRetried(
                    job.incidentId(),
                    job.processKey(),
                    job.stepId(),
                    job.businessKey(),
                    competitionId,
                    access.viewer().personId(),
                    now));
        }
    }

    private static UUID competitionOf(Place place) {
        var competitionId = place.competitionId();
        if (competitionId == null) {
            throw new IllegalArgumentException("incidents are asked for by competition");
        }
        return competitionId;
    }
}
