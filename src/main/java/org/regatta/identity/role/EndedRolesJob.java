package org.regatta.identity.role;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of roles whose time has passed, which ends the sessions of those who held them. The right itself ends at the very
 * moment, without this. Harmless on several nodes at once: each grant is told of by one.
 */
@Component
class EndedRolesJob {

    private static final Logger LOG = LoggerFactory.getLogger(EndedRolesJob.class);

    private final GrantRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndedRolesJob(GrantRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${regatta.roles.poll:PT20S}")
    @Transactional
    void tell() {
        var now = clock.instant();
        var ended = rows.takeEnded(now);
        ended.forEach(grant -> events.publishEvent(
                new RoleEnded(grant.personId(), grant.role(), grant.programId(), grant.competitionId(), now)));
        if (!ended.isEmpty()) {
            LOG.info("Roles ended by time: count={}", ended.size());
        }
    }
}
